package dev.cadastre.change.run;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.PlannedJob;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much is kept of what hosts say: of one job, of a place over a whole run, and of all of them.
 * What is more is left out, with a mark that says so; honest hosts stay far below. Thread-safe.
 */
final class KeptRoom {

    private static final Most USUAL = new Most(2 << 20, 8 << 20, 128 << 20);

    /** So much of a reason is always kept. */
    private static final int LONGEST_REASON = 4 << 10;

    private final Most most;
    private final Map<Place, Long> ofPlaces = new HashMap<>();
    private long ofAll;

    /**
     * The bounds, in characters.
     *
     * @param job of one job at a place, each time that it is done
     * @param place of all that is done at a place
     * @param run of all places together
     */
    record Most(long job, long place, long run) {}

    KeptRoom(Most most) {
        this.most = most;
    }

    /** For a run of which nothing was done. */
    static KeptRoom empty() {
        return new KeptRoom(USUAL);
    }

    /** For what is left to do of a run, whose journal says that already. */
    static KeptRoom after(RunView view) {
        KeptRoom room = empty();
        view.lanes()
                .values()
                .forEach(lane ->
                        Stream.of(lane.jobs(), lane.undone())
                                .flatMap(cells -> cells.values().stream())
                                .map(Cell::ending)
                                .forEach(ending -> {
                                    if (ending != null) {
                                        room.take(lane.place(), Size.of(ending));
                                    }
                                }));
        return room;
    }

    private synchronized void take(Place place, long size) {
        ofPlaces.merge(place, size, Long::sum);
        ofAll += size;
    }

    /** What there is room for, and who has used up the rest. */
    private record Left(long room, String of, long bound) {
        Left or(Left other) {
            return other.room < room ? other : this;
        }

        String mark(long lost) {
            return "… %d characters are not kept: %s said more than the %d that are"
                    .formatted(lost, of, bound);
        }
    }

    private Left left(Place place) {
        long used = ofPlaces.getOrDefault(place, 0L);
        Left left =
                new Left(most.job(), "the job", most.job())
                        .or(new Left(most.place() - used, place + " has", most.place()))
                        .or(new Left(most.run() - ofAll, "all hosts together have", most.run()));
        return new Left(Math.max(0, left.room()), left.of(), left.bound());
    }

    /** As much of an ending as there is room for. */
    synchronized Ending kept(Place place, Ending ending) {
        Left left = left(place);
        Cut cut = new Cut(left.room());
        String reason = cut.reason(ending.reason());
        // What undoing needs comes first. A part of it would bring back what never was.
        Map<String, String> before = cut.all(ending.before());
        Ending kept =
                new Ending(
                        ending.status(),
                        ending.changed(),
                        ending.code(),
                        reason,
                        ending.took(),
                        cut.some(ending.wishes()),
                        cut.some(ending.differences()),
                        before,
                        cut.text(ending.output()));
        long size = Size.of(kept);
        long lost = Size.of(ending) - size;
        take(place, size);
        return lost == 0 ? ending : kept.printing(kept.output() + "\n" + left.mark(lost) + "\n");
    }

    /** As much of what would be done as there is room for. */
    synchronized PlannedJob kept(Place place, PlannedJob job) {
        Left left = left(place);
        Cut cut = new Cut(left.room());
        PlannedJob kept =
                new PlannedJob(
                        job.job(),
                        job.effect(),
                        cut.reason(job.reason()),
                        job.basis(),
                        job.script(),
                        cut.some(job.wishes()),
                        cut.some(job.differences()));
        long size = Size.of(kept);
        long lost = Size.of(job) - size;
        take(place, size);
        return lost == 0 ? job : marked(kept, left.mark(lost));
    }

    private static PlannedJob marked(PlannedJob job, String mark) {
        return new PlannedJob(
                job.job(),
                job.effect(),
                job.reason(),
                job.basis(),
                job.script(),
                job.wishes(),
                Stream.concat(job.differences().stream(), Stream.of(mark)).toList());
    }

    /** Reads off what there is room for, the first things first. */
    private static final class Cut {
        private long room;

        Cut(long room) {
            this.room = room;
        }

        String reason(String text) {
            String kept = text.substring(0, Math.min(text.length(), LONGEST_REASON));
            room = Math.max(0, room - kept.length());
            return kept;
        }

        List<String> some(List<String> texts) {
            return texts.stream().takeWhile(text -> fits(text.length())).toList();
        }

        Map<String, String> all(Map<String, String> texts) {
            return fits(Size.of(texts)) ? texts : Map.of();
        }

        String text(String text) {
            String kept = text.substring(0, (int) Math.min(text.length(), room));
            room -= kept.length();
            return kept;
        }

        private boolean fits(long size) {
            boolean fits = size <= room;
            room -= fits ? size : 0;
            return fits;
        }
    }

    /** How many characters hosts have said. */
    private static final class Size {
        private Size() {}

        static long of(Ending ending) {
            return ending.reason().length()
                    + of(ending.wishes())
                    + of(ending.differences())
                    + of(ending.before())
                    + ending.output().length();
        }

        static long of(PlannedJob job) {
            return job.reason().length() + of(job.wishes()) + of(job.differences());
        }

        static long of(Map<String, String> texts) {
            return of(texts.keySet()) + of(texts.values());
        }

        private static long of(Collection<String> texts) {
            return texts.stream().mapToLong(String::length).sum();
        }
    }
}
