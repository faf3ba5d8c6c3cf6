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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A run's journal, with all kinds of entries. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00.250Z");
    private static final Place WEB1 = Place.host("web1");

    private Samples() {}

    static RunHead head() {
        return new RunHead(
                "42",
                "alice",
                "new \"motd\"\n",
                "shop",
                "sha256:c",
                "sha256:p",
                "shop",
                new TreeMap<>(Map.of("version", "1.4")),
                new RunSettings(
                        Strategy.parse("canary 1 pause"),
                        RunSettings.Order.STEP_FIRST,
                        2,
                        10,
                        true),
                List.of("web1"),
                List.of(
                        new JobLine(
                                "conf",
                                At.BOTH,
                                JobLine.Kind.SCRIPT,
                                "files.copy",
                                "/etc/motd",
                                List.of("nginx"),
                                List.of("sshd"),
                                "put it back")));
    }

    static List<RunEntry> run() {
        Step open = new Step(Step.Kind.OPEN, "", WEB1);
        Step conf = new Step(Step.Kind.JOB, "conf", WEB1);
        Step local = new Step(Step.Kind.JOB, "conf", Place.LOCAL);
        return List.of(
                new RunEntry.Begun(NOW, head()),
                new RunEntry.Planned(
                        NOW,
                        PlannedPlace.of(
                                WEB1,
                                List.of(
                                        new PlannedJob(
                                                "conf",
                                                PlannedJob.Effect.CHANGES,
                                                "it is missing",
                                                "b1",
                                                "sha256:s",
                                                List.of("write it"),
                                                List.of("--- a"))))),
                new RunEntry.Requested(NOW, "bob", new RunRequest.Approve()),
                new RunEntry.Started(NOW, open),
                new RunEntry.Locked(NOW, WEB1),
                new RunEntry.Ended(NOW, open, ending(Status.OK, "opened")),
                new RunEntry.Started(NOW, local),
                new RunEntry.Started(NOW, conf),
                new RunEntry.Ended(
                        NOW,
                        local,
                        new Ending(
                                Status.FAILED,
                                true,
                                "command-failed",
                                "it ended with \u20ac, \ud83d\ude00 and \ud83d \u0007",
                                Duration.ofMillis(1500),
                                List.of("write /etc/motd"),
                                List.of("--- a\n+++ b\n"),
                                Map.of("mode", "0644"),
                                "line\tone\r\nline two\n")),
                new RunEntry.TakenUp(NOW, "alice"),
                new RunEntry.Looked(NOW, conf, RunEntry.Verdict.UNCLEAR, "no look can tell"),
                new RunEntry.Requested(NOW, "bob", new RunRequest.Resume(null)),
                new RunEntry.Requested(NOW, "bob", new RunRequest.Resume("conf")),
                new RunEntry.Requested(
                        NOW, "bob", new RunRequest.Settle("conf", Set.of(Place.LOCAL, WEB1), true)),
                new RunEntry.Requested(NOW, "bob", new RunRequest.Skip("conf", Set.of())),
                new RunEntry.Requested(NOW, "bob", new RunRequest.Confirm("conf", Set.of(WEB1))),
                new RunEntry.Paused(NOW, "conf", "the first hosts are done"),
                new RunEntry.Finished(NOW, Status.STOPPED, "halted by bob"));
    }

    private static Ending ending(Status status, String reason) {
        return new Ending(
                status,
                false,
                "",
                reason,
                Duration.ofMillis(1500),
                List.of(),
                List.of(),
                Map.of(),
                "");
    }

    /** As they are written. */
    static List<String> lines() {
        String at = "\"at\":\"2026-03-01T12:00:00.250Z\"";
        return List.of(
                "{\"entry\":1,"
                        + at
                        + ",\"kind\":\"begun\",\"run\":\"42\",\"who\":\"alice\",\"why\":\"new"
                        + " \\\"motd\\\"\\n\",\"change\":\"shop\",\"changeDigest\":\"sha256:c\","
                        + "\"planDigest\":\"sha256:p\",\"bundle\":\"shop\",\"parameters\":"
                        + "{\"version\":\"1.4\"},\"strategy\":\"canary 1 pause\","
                        + "\"order\":\"STEP_FIRST\",\"failuresAllowed\":2,\"atOnce\":10,"
                        + "\"approval\":true,\"hosts\":[\"web1\"],\"jobs\":[{\"name\":\"conf\","
                        + "\"at\":\"BOTH\",\"kind\":\"SCRIPT\",\"operation\":\"files.copy\","
                        + "\"summary\":\"/etc/motd\",\"restarts\":[\"nginx\"],"
                        + "\"reloads\":[\"sshd\"],\"undoNote\":\"put it back\"}]}",
                "{\"entry\":2,"
                        + at
                        + ",\"kind\":\"planned\",\"host\":\"web1\",\"jobs\":[{\"name\":\"conf\","
                        + "\"effect\":\"CHANGES\",\"reason\":\"it is missing\",\"basis\":\"b1\","
                        + "\"script\":\"sha256:s\"}]}",
                "{\"entry\":3,"
                        + at
                        + ",\"kind\":\"requested\",\"who\":\"bob\",\"request\":\"approve\"}",
                "{\"entry\":4," + at + ",\"kind\":\"started\",\"step\":\"OPEN\",\"host\":\"web1\"}",
                "{\"entry\":5," + at + ",\"kind\":\"locked\",\"host\":\"web1\"}",
                "{\"entry\":6,"
                        + at
                        + ",\"kind\":\"ended\",\"step\":\"OPEN\",\"host\":\"web1\","
                        + "\"status\":\"OK\",\"reason\":\"opened\",\"took\":\"PT1.5S\"}",
                "{\"entry\":7," + at + ",\"kind\":\"started\",\"step\":\"JOB\",\"of\":\"conf\"}",
                "{\"entry\":8,"
                        + at
                        + ",\"kind\":\"started\",\"step\":\"JOB\",\"of\":\"conf\","
                        + "\"host\":\"web1\"}",
                "{\"entry\":9,"
                        + at
                        + ",\"kind\":\"ended\",\"step\":\"JOB\",\"of\":\"conf\","
                        + "\"status\":\"FAILED\",\"changed\":true,\"code\":\"command-failed\","
                        + "\"reason\":\"it ended with \u20ac, \ud83d\ude00 and \\ud83d"
                        + " \\u0007\",\"took\":\"PT1.5S\",\"wishes\":[\"write /etc/motd\"],"
                        + "\"differences\":[\"--- a\\n+++ b\\n\"],\"before\":{\"mode\":\"0644\"},"
                        + "\"output\":\"line\\tone\\r\\nline two\\n\"}",
                "{\"entry\":10," + at + ",\"kind\":\"taken-up\",\"who\":\"alice\"}",
                "{\"entry\":11,"
                        + at
                        + ",\"kind\":\"looked\",\"step\":\"JOB\",\"of\":\"conf\","
                        + "\"host\":\"web1\",\"verdict\":\"UNCLEAR\","
                        + "\"reason\":\"no look can tell\"}",
                "{\"entry\":12,"
                        + at
                        + ",\"kind\":\"requested\",\"who\":\"bob\",\"request\":\"resume\"}",
                "{\"entry\":13,"
                        + at
                        + ",\"kind\":\"requested\",\"who\":\"bob\",\"request\":\"resume\","
                        + "\"from\":\"conf\"}",
                "{\"entry\":14,"
                        + at
                        + ",\"kind\":\"requested\",\"who\":\"bob\",\"request\":\"settle\","
                        + "\"job\":\"conf\",\"here\":true,\"hosts\":[\"web1\"],\"done\":true}",
                "{\"entry\":15,"
                        + at
                        + ",\"kind\":\"requested\",\"who\":\"bob\",\"request\":\"skip\","
                        + "\"job\":\"conf\"}",
                "{\"entry\":16,"
                        + at
                        + ",\"kind\":\"requested\",\"who\":\"bob\",\"request\":\"confirm\","
                        + "\"job\":\"conf\",\"hosts\":[\"web1\"]}",
                "{\"entry\":17,"
                        + at
                        + ",\"kind\":\"paused\",\"stage\":\"conf\","
                        + "\"reason\":\"the first hosts are done\"}",
                "{\"entry\":18,"
                        + at
                        + ",\"kind\":\"finished\",\"status\":\"STOPPED\","
                        + "\"reason\":\"halted by bob\"}");
    }
}
