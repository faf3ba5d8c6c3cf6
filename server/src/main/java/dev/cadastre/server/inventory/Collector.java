package dev.cadastre.server.inventory;

import dev.cadastre.probe.Parsed;
import dev.cadastre.probe.Probe;
import dev.cadastre.probe.ProbeLimits;
import dev.cadastre.probe.ReportLimits;
import dev.cadastre.probe.ReportParser;
import dev.cadastre.probe.UnderstoodLines;
import dev.cadastre.server.dispatch.Dispatch;
import dev.cadastre.server.dispatch.Task;
import dev.cadastre.server.dispatch.TaskResult;
import dev.cadastre.server.estate.DeclaredHost;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Collects a host: runs the probe there, reads what it prints, and hands the report in. */
@Component
class Collector {

    /** How it went. The outcome is recorded before it is returned. */
    record Ending(Outcome.Kind kind, @Nullable String reason, @Nullable String remedy) {
        static final Ending COLLECTED = new Ending(Outcome.Kind.COLLECTED, null, null);
        static final Ending STOPPING =
                new Ending(Outcome.Kind.PENDING, "The server is stopping", null);

        /** What the server itself is to blame for. */
        static Ending failed(Throwable cause) {
            Throwable root = NestedExceptionUtils.getMostSpecificCause(cause);
            return new Ending(
                    Outcome.Kind.SERVER_FAILED,
                    "The server could not collect it or keep its report: " + root,
                    "See the server's log; a full disk is a common cause.");
        }
    }

    private static final int SHOWN_ERRORS = 300;

    private final Dispatch dispatch;
    private final Reports reports;
    private final Outcomes outcomes;
    private final ProbePlugins plugins;
    private final CollectionProperties properties;
    private final UnderstoodLines understood;

    Collector(
            Dispatch dispatch,
            Reports reports,
            Outcomes outcomes,
            ProbePlugins plugins,
            CollectionProperties properties,
            UnderstoodLines understood) {
        this.dispatch = dispatch;
        this.reports = reports;
        this.outcomes = outcomes;
        this.plugins = plugins;
        this.properties = properties;
        this.understood = understood;
    }

    Ending collect(DeclaredHost host, UUID id, String actor) {
        String script =
                Probe.script(
                        plugins.read(),
                        ProbeLimits.DEFAULT,
                        reports.known(host.name(), Source.PROBE));
        var task = new Task("collect", script, properties.limit(), properties.reportLimit());
        Ending ending =
                switch (dispatch.run(host, task)) {
                    case TaskResult.Answered answered -> handIn(host, answered, actor);
                    case TaskResult.Failed failed -> ending(failed);
                };
        if (ending.kind() != Outcome.Kind.COLLECTED) {
            outcomes.record(id, ending.kind(), ending.reason(), ending.remedy());
        }
        return ending;
    }

    private Ending handIn(DeclaredHost host, TaskResult.Answered answered, String actor) {
        return switch (parse(answered.output())) {
            case Parsed.Complete complete -> accept(host, complete, actor);
            case Parsed.Garbled garbled -> garbled(garbled, answered);
        };
    }

    private Parsed parse(InputStream output) {
        try (output) {
            return ReportParser.parse(output, ReportLimits.DEFAULT, understood);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what is in memory", e);
        }
    }

    private Ending accept(DeclaredHost host, Parsed.Complete complete, String actor) {
        var origin =
                new Origin(
                        host.name(),
                        Origin.Naming.DECLARED,
                        host.environment(),
                        host.groups(),
                        Source.PROBE,
                        actor);
        return switch (reports.accept(origin, complete.report())) {
            case Acceptance.Accepted accepted -> Ending.COLLECTED;
            case Acceptance.Older older ->
                    new Ending(
                            Outcome.Kind.GARBLED,
                            "The host's clock went back: it says %s, and said %s before"
                                    .formatted(older.hostTime(), older.lastHostTime()),
                            "Put the clock of that host right.");
            case Acceptance.Retired retired ->
                    new Ending(
                            Outcome.Kind.REFUSED,
                            "The host was retired at " + retired.since(),
                            "Declare it again, or leave it retired.");
        };
    }

    private static Ending garbled(Parsed.Garbled garbled, TaskResult.Answered answered) {
        String errors = answered.errors().strip();
        String said =
                errors.isEmpty()
                        ? ""
                        : " The host said: "
                                + errors.substring(0, Math.min(errors.length(), SHOWN_ERRORS));
        return new Ending(
                Outcome.Kind.GARBLED,
                garbled.reason() + said,
                "Sign in as the same user and see what its shell prints; a start-up file may.");
    }

    private static Ending ending(TaskResult.Failed failed) {
        Outcome.Kind kind =
                switch (failed.kind()) {
                    case UNREACHABLE, CUT -> Outcome.Kind.UNREACHABLE;
                    case REFUSED -> Outcome.Kind.REFUSED;
                    case KEY_CHANGED -> Outcome.Kind.KEY_CHANGED;
                    case TIMED_OUT -> Outcome.Kind.TIMED_OUT;
                    case EXCESSIVE -> Outcome.Kind.GARBLED;
                };
        return new Ending(kind, failed.reason(), failed.remedy());
    }
}
