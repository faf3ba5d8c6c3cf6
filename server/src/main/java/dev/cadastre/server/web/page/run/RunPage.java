package dev.cadastre.server.web.page.run;

import dev.cadastre.change.run.RunHead;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.asking.Ask;
import dev.cadastre.server.change.running.RunStory;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page of one run.
 *
 * @param story all that the reader may know of it
 * @param matrix its steps by hosts
 * @param troubles what failed
 * @param questions what a person has to answer
 * @param asks what it waits for besides
 * @param offers what can be asked of it; empty for who may not run it
 * @param tale who asked for what, the newest first; null for who may not see all of it
 * @param planned whether the reader may see its plan
 */
public record RunPage(
        RunStory story,
        RunMatrix matrix,
        List<RunTrouble> troubles,
        List<RunQuestions> questions,
        List<Ask> asks,
        List<RunOffer> offers,
        @Nullable List<RunTale> tale,
        boolean planned) {

    private static final int MOST_TROUBLES = 6;
    private static final int MOST_STEPS = 6;

    /** It, as lists show it. */
    public ChangeRun run() {
        return story.run();
    }

    /** What was known before it began. */
    public RunHead head() {
        return story.view().head();
    }

    /** Whether the reader may ask it for anything. */
    public boolean mayRun() {
        return !offers.isEmpty();
    }

    /** What would be granted now. */
    public List<RunOffer> granted() {
        return offers.stream().filter(RunOffer::isGranted).toList();
    }

    /** What would not, with the reasons. */
    public List<RunOffer> refused() {
        return offers.stream().filter(offer -> !offer.isGranted()).toList();
    }

    /** Whether something is done on the machine of whoever runs it, too. */
    public boolean hasHere() {
        return story.lanes().stream().anyMatch(lane -> lane.place().isLocal());
    }

    /** The first steps that somebody has to agree to. */
    public List<Ask> steps() {
        return allSteps().limit(MOST_STEPS).toList();
    }

    /** How many more there are. */
    public long otherSteps() {
        return allSteps().skip(MOST_STEPS).count();
    }

    private Stream<Ask> allSteps() {
        return asks.stream().filter(ask -> ask.kind() == Ask.Kind.STEP);
    }

    /** What it waits for that is no step. */
    public List<Ask> others() {
        return asks.stream().filter(ask -> ask.kind() != Ask.Kind.STEP).toList();
    }

    /** Who asks what it waits for. */
    public String attached() {
        return story.attached().stream().map(RunWording::who).collect(Collectors.joining(", "));
    }

    /** What one can do about it now, in sentences. */
    public List<String> next() {
        return RunNext.of(run(), story.lanes());
    }

    /** What failed at the most places. */
    public List<RunTrouble> worst() {
        return troubles.stream().limit(MOST_TROUBLES).toList();
    }

    /** At how many places something else failed. */
    public int otherTroubles() {
        return troubles.stream().skip(MOST_TROUBLES).mapToInt(one -> one.places().size()).sum();
    }
}
