package dev.cadastre.server.demonstration;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.PlannedJob;
import dev.cadastre.change.plan.PlannedJob.Effect;
import dev.cadastre.change.plan.PlannedPlace;
import dev.cadastre.change.run.Ending;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.change.run.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** What the steps of a release come to on each host. All of it follows from names. Immutable. */
final class ReleaseSteps implements InventedRun.Steps {

    /** On one host in so many, a package has a newer version to install. */
    private static final int OLD_PACKAGES = 4;

    private final Release release;

    ReleaseSteps(Release release) {
        this.release = release;
    }

    /**
     * What a step says where nothing goes wrong.
     *
     * @param wish what is changed; empty for nothing
     * @param reason why nothing is
     * @param difference of a file; empty for none
     * @param output what it prints
     * @param seconds about how long it takes
     */
    private record Said(
            String wish, String reason, String difference, String output, double seconds) {

        static Said changing(String wish, double seconds) {
            return new Said(wish, "", "", "", seconds);
        }

        static Said fine(String reason, double seconds) {
            return new Said("", reason, "", "", seconds);
        }

        Said showing(String unified) {
            return new Said(wish, reason, unified, output, seconds);
        }

        Said printing(String text) {
            return new Said(wish, reason, difference, text, seconds);
        }

        boolean changes() {
            return !wish.isEmpty();
        }
    }

    @Override
    public Ending ending(Step step, int attempt) {
        String host = step.place().host();
        return switch (step.kind()) {
            case REACH -> plain(0.1 + chance(host + " reach", 300) / 1e3);
            case OPEN -> plain(0.4 + chance(host + " open", 400) / 1e3);
            case RELEASE -> plain(0.1 + chance(host + " release", 100) / 1e3);
            case RESTART, RELOAD -> ended(Said.changing("restart " + step.subject(), 3), host);
            case UNDO -> ended(Said.changing("put back what was there before", 2), host);
            case JOB ->
                    attempt > 1
                            ? ended(said(step.subject(), host), host)
                            : first(step.subject(), host);
        };
    }

    private Ending first(String job, String host) {
        return release.troubles().stream()
                .filter(trouble -> trouble.job().equals(job) && trouble.isOn(host))
                .findFirst()
                .map(Release.Trouble::ending)
                .orElseGet(() -> ended(said(job, host), host));
    }

    private static Ending plain(double seconds) {
        return ended(Said.fine("", seconds), "");
    }

    private static Ending ended(Said said, String host) {
        double slower = 1 + chance(host + " slow", 60) / 1e2;
        return new Ending(
                Status.OK,
                said.changes(),
                "",
                said.reason(),
                Duration.ofMillis(Math.round(said.seconds() * slower * 1e3)),
                said.changes() ? List.of(said.wish()) : List.of(),
                said.difference().isEmpty() ? List.of() : List.of(said.difference()),
                Map.of(),
                said.output());
    }

    /** What somebody who looked there before would have been told. */
    PlannedPlace planned(String host, List<JobLine> jobs) {
        return PlannedPlace.of(
                Place.host(host), jobs.stream().map(job -> planned(host, job)).toList());
    }

    private PlannedJob planned(String host, JobLine job) {
        if (job.kind() != JobLine.Kind.SCRIPT) {
            return PlannedJob.engine(job.name(), job.summary());
        }
        Said said = said(job.name(), host);
        return new PlannedJob(
                job.name(),
                said.changes() ? Effect.CHANGES : Effect.NOTHING,
                said.reason(),
                "",
                "",
                List.of(),
                List.of());
    }

    private Said said(String job, String host) {
        String application = release.application();
        String version = release.version();
        return switch (job) {
            case "packages" -> packages(host);
            case "account" -> Said.fine("the account " + application + " is as wished", 0.3);
            case "folder" -> Said.fine("/opt/" + application + " is as wished", 0.2);
            case "program" ->
                    Said.changing("unpack %1$s.tar.gz to /opt/%1$s/next".formatted(application), 6)
                            .printing("release %s, 1,204 files\n".formatted(version));
            case "settings" ->
                    Said.changing("replace /etc/%1$s/%1$s.properties".formatted(application), 0.4)
                            .showing(settings());
            case "logging" ->
                    Said.fine("/etc/%s/logback.xml is as wished".formatted(application), 0.3);
            case "schema" -> schema(host);
            case "current" ->
                    Said.changing("/opt/%s/bin/switch next".formatted(application), 0.2)
                            .printing("%s -> %s\n".formatted(release.previous(), version));
            case "daemon" -> Said.changing("restart " + application + "-app", 4);
            case "answers" ->
                    Said.fine("http://localhost:8080/alive answers 200", 5)
                            .printing("waiting for http://localhost:8080/alive\n200\n");
            case "test" -> test(host);
            case "tidy" -> tidy(host);
            default -> Said.fine("", 0.1);
        };
    }

    private static Said packages(String host) {
        return chance(host + " packages", OLD_PACKAGES) == 0
                ? Said.changing("install ca-certificates 20230311+deb12u1 (was 20230311)", 14)
                        .printing(
                                """
                                Unpacking ca-certificates (20230311+deb12u1) over (20230311) ...
                                Setting up ca-certificates (20230311+deb12u1) ...
                                Updating certificates in /etc/ssl/certs... 2 added, 0 removed; done.
                                """)
                : Said.fine("all of them are installed", 1.4);
    }

    /** The first host migrates it for all. */
    private Said schema(String host) {
        return Release.number(host) == 1
                ? Said.changing("migrate the database from %s".formatted(release.migration()), 9)
                        .printing("the copy has it: 2 tables, 1 index\nthe database has it\n")
                : Said.fine("the database has the wished version", 0.8);
    }

    private Said test(String host) {
        return Said.fine("all of 12 checks are passed", 7)
                .printing(
                        """
                        OK: %s %s answers
                        ok 1..11 pages answer 200
                        ok 12 the slowest page took %d ms
                        """
                                .formatted(
                                        release.application(),
                                        release.version(),
                                        80 + chance(host + " page", 90)));
    }

    private Said tidy(String host) {
        return chance(host + " tidy", 3) == 0
                ? Said.changing(
                        "remove /opt/%s/%s".formatted(release.application(), release.oldest()), 2)
                : Said.fine("nothing is older than 60 days", 0.3);
    }

    private String settings() {
        return """
        --- /etc/%1$s/%1$s.properties
        +++ /etc/%1$s/%1$s.properties
        @@ -1,6 +1,7 @@
         # Written by the change of %1$s.
         server.port = 8080
        -release = %2$s
        -pool.connections = 20
        +release = %3$s
        +pool.connections = 30
        +pool.patience = 2s
         database.host = %1$s-db-%4$s-01
         database.name = %1$s
        """
                .formatted(
                        release.application(),
                        release.previous(),
                        release.version(),
                        release.environment());
    }

    private static int chance(String topic, int range) {
        CRC32 sum = new CRC32();
        sum.update(topic.getBytes(StandardCharsets.UTF_8));
        return (int) (sum.getValue() % range);
    }
}
