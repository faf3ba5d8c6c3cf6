package dev.cadastre.server.change.apps;

import dev.cadastre.change.Job;
import dev.cadastre.change.plan.PlannedJob;
import dev.cadastre.change.plan.PlannedPlace;
import dev.cadastre.server.change.running.Looks;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.parcels.app.AppRevision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What an app's parcel would change on hosts, as what is not as declared there. Pure. */
final class AppDrift {

    /** What operations look after; of others it is a step. */
    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("files.copy", "file"),
                    Map.entry("files.template", "file"),
                    Map.entry("files.remove", "file"),
                    Map.entry("archive.unpack", "archive"),
                    Map.entry("directory.ensure", "directory"),
                    Map.entry("package.install", "package"),
                    Map.entry("package.remove", "package"),
                    Map.entry("package.hold", "package"),
                    Map.entry("python.venv", "python"),
                    Map.entry("python.install", "python"),
                    Map.entry("user.ensure", "account"),
                    Map.entry("daemon.ensure", "daemon"),
                    Map.entry("daemon.remove", "daemon"),
                    Map.entry("cron.ensure", "cron"),
                    Map.entry("database.migrate", "database"));

    private static final Set<PlannedJob.Effect> DIFFERS =
            Set.of(PlannedJob.Effect.CHANGES, PlannedJob.Effect.REFUSED);

    private final AppRevision revision;

    AppDrift(AppRevision revision) {
        this.revision = revision;
    }

    /** All of it, in the order of hosts and steps. */
    List<Drift> of(Looks.Seen seen) {
        Map<String, Job> jobs = new LinkedHashMap<>();
        seen.change().jobs().forEach(job -> jobs.put(job.name(), job));
        List<Drift> all = new ArrayList<>();
        for (PlannedPlace place : seen.plan().places()) {
            if (place.place().isLocal()) {
                continue;
            }
            String host = place.place().host();
            if (!place.problem().isEmpty()) {
                all.add(drift(host, "host", host, "can be looked at", place.problem()));
            }
            place.jobs().stream()
                    .filter(job -> DIFFERS.contains(job.effect()))
                    // What rests on nothing is done each time, whatever is there.
                    .filter(job -> !job.basis().isEmpty())
                    .forEach(job ->
                            all.add(drift(host, Objects.requireNonNull(jobs.get(job.job())), job)));
        }
        return all;
    }

    static String kind(String operation) {
        return KINDS.getOrDefault(operation, "step");
    }

    private Drift drift(String host, Job job, PlannedJob planned) {
        String operation = job.operation().name();
        return drift(
                host,
                kind(operation),
                job.operation().summary(),
                planned.wishes().isEmpty() ? job.name() : String.join("; ", planned.wishes()),
                planned.reason());
    }

    private Drift drift(String host, String kind, String subject, String declared, String seen) {
        AppName app = revision.app();
        return new Drift(app.toString(), app.environment(), host, kind, subject, declared, seen);
    }
}
