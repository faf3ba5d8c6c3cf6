package dev.cadastre.change.journal;

import dev.cadastre.change.At;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.PlannedJob;
import dev.cadastre.change.plan.PlannedPlace;
import dev.cadastre.change.run.Ending;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunHead;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.Step;
import dev.cadastre.change.run.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Entries from the lines that {@link EntryWriter} writes. */
final class EntryReader {

    private final Fields fields;

    private EntryReader(Fields fields) {
        this.fields = fields;
    }

    /**
     * The entry of a line.
     *
     * @param number that it must have
     */
    static RunEntry read(int number, String line) throws JsonReader.Malformed {
        Fields fields = new Fields(JsonReader.object(line));
        if (fields.number("entry") != number) {
            throw new JsonReader.Malformed(
                    "it is entry %d, not %d".formatted(fields.number("entry"), number));
        }
        return new EntryReader(fields).entry();
    }

    private RunEntry entry() throws JsonReader.Malformed {
        Instant at = fields.read("at", Instant::parse);
        String kind = fields.text("kind");
        return switch (kind) {
            case "begun" -> new RunEntry.Begun(at, head());
            case "planned" -> new RunEntry.Planned(at, planned());
            case "started" -> new RunEntry.Started(at, step());
            case "locked" -> new RunEntry.Locked(at, fields.place());
            case "ended" -> new RunEntry.Ended(at, step(), ending());
            case "looked" ->
                    new RunEntry.Looked(
                            at,
                            step(),
                            fields.read("verdict", RunEntry.Verdict::valueOf),
                            fields.textOrEmpty("reason"));
            case "requested" -> new RunEntry.Requested(at, fields.text("who"), request());
            case "paused" ->
                    new RunEntry.Paused(
                            at, fields.textOrEmpty("stage"), fields.textOrEmpty("reason"));
            case "taken-up" -> new RunEntry.TakenUp(at, fields.text("who"));
            case "finished" ->
                    new RunEntry.Finished(
                            at,
                            fields.read("status", Status::valueOf),
                            fields.textOrEmpty("reason"));
            default -> throw new JsonReader.Malformed("no kind of entry is " + kind);
        };
    }

    private Step step() throws JsonReader.Malformed {
        return new Step(
                fields.read("step", Step.Kind::valueOf), fields.textOrEmpty("of"), fields.place());
    }

    private RunHead head() throws JsonReader.Malformed {
        List<JobLine> jobs = new ArrayList<>();
        for (Fields job : fields.objects("jobs")) {
            jobs.add(job(job));
        }
        return new RunHead(
                fields.text("run"),
                fields.textOrEmpty("who"),
                fields.textOrEmpty("why"),
                fields.text("change"),
                fields.text("changeDigest"),
                fields.textOrEmpty("planDigest"),
                fields.text("bundle"),
                fields.map("parameters"),
                settings(),
                fields.texts("hosts"),
                jobs);
    }

    private RunSettings settings() throws JsonReader.Malformed {
        try {
            return new RunSettings(
                    fields.read("strategy", Strategy::parse),
                    fields.read("order", RunSettings.Order::valueOf),
                    fields.number("failuresAllowed"),
                    fields.number("atOnce"),
                    fields.truth("approval"));
        } catch (IllegalArgumentException e) {
            throw new JsonReader.Malformed(String.valueOf(e.getMessage()));
        }
    }

    private static JobLine job(Fields job) throws JsonReader.Malformed {
        return new JobLine(
                job.text("name"),
                job.read("at", At::valueOf),
                job.read("kind", JobLine.Kind::valueOf),
                job.text("operation"),
                job.textOrEmpty("summary"),
                job.texts("restarts"),
                job.texts("reloads"),
                job.textOrEmpty("undoNote"));
    }

    private PlannedPlace planned() throws JsonReader.Malformed {
        List<PlannedJob> jobs = new ArrayList<>();
        for (Fields job : fields.objects("jobs")) {
            jobs.add(
                    new PlannedJob(
                            job.text("name"),
                            job.read("effect", PlannedJob.Effect::valueOf),
                            job.textOrEmpty("reason"),
                            job.textOrEmpty("basis"),
                            job.textOrEmpty("script"),
                            List.of(),
                            List.of()));
        }
        return PlannedPlace.of(fields.place(), jobs);
    }

    private Ending ending() throws JsonReader.Malformed {
        Status status = fields.read("status", Status::valueOf);
        if (!status.isFinal()) {
            throw new JsonReader.Malformed("nothing ends as " + status);
        }
        return new Ending(
                status,
                fields.truth("changed"),
                fields.textOrEmpty("code"),
                fields.textOrEmpty("reason"),
                fields.read("took", Duration::parse),
                fields.texts("wishes"),
                fields.texts("differences"),
                fields.map("before"),
                fields.textOrEmpty("output"));
    }

    private RunRequest request() throws JsonReader.Malformed {
        String word = fields.text("request");
        return switch (word) {
            case "resume" -> new RunRequest.Resume(fields.has("from") ? fields.text("from") : null);
            case "skip" -> new RunRequest.Skip(fields.text("job"), at());
            case "confirm" -> new RunRequest.Confirm(fields.text("job"), at());
            case "settle" -> new RunRequest.Settle(fields.text("job"), at(), fields.truth("done"));
            default -> plain(word);
        };
    }

    private static RunRequest plain(String word) throws JsonReader.Malformed {
        RunRequest request = Requests.of(word);
        if (request == null) {
            throw new JsonReader.Malformed("no request is " + word);
        }
        return request;
    }

    private Set<Place> at() throws JsonReader.Malformed {
        Set<Place> at = new TreeSet<>();
        if (fields.truth("here")) {
            at.add(Place.LOCAL);
        }
        for (String host : fields.texts("hosts")) {
            at.add(Place.host(host));
        }
        return at;
    }
}
