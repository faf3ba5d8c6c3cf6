package dev.cadastre.server.inventory;

import dev.cadastre.probe.Report;
import dev.cadastre.server.dispatch.FetchResult;
import dev.cadastre.server.dispatch.HttpFetch;
import dev.cadastre.server.dispatch.TaskResult;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.inventory.Collector.Ending;
import dev.cadastre.server.inventory.foreign.JsonstatsReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a host's jsonstats server, reads what it answers, and hands the report in. */
@Component
class JsonstatsPoll {

    private static final int OK = 200;
    private static final int SHOWN = 200;

    private final HttpFetch fetch;
    private final Reports reports;
    private final JsonstatsTable table;
    private final JsonstatsProperties properties;
    private final Clock clock;

    JsonstatsPoll(
            HttpFetch fetch,
            Reports reports,
            JsonstatsTable table,
            JsonstatsProperties properties,
            Clock clock) {
        this.fetch = fetch;
        this.reports = reports;
        this.table = table;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * How it went, which is recorded.
     *
     * @param actor who asked for it, for the timeline
     */
    Ending poll(DeclaredHost host, URI uri, String actor) {
        Ending ending =
                switch (fetch.get(uri, properties.limit(), properties.answerLimit())) {
                    case FetchResult.Answered answered -> handIn(host, uri, answered, actor);
                    case FetchResult.Failed failed ->
                            new Ending(kind(failed.kind()), failed.reason(), failed.remedy());
                };
        table.record(host.name(), uri.toString(), ending);
        return ending;
    }

    private Ending handIn(DeclaredHost host, URI uri, FetchResult.Answered answered, String actor) {
        if (answered.status() != OK) {
            return refused(uri, answered);
        }
        return switch (JsonstatsReader.read(answered.body().readAllBytes(), clock.instant())) {
            case JsonstatsReader.Reading.Told(Report report) -> accept(host, report, actor);
            case JsonstatsReader.Reading.Garbled(String reason) ->
                    new Ending(
                            Outcome.Kind.GARBLED,
                            "What %s answers is no jsonstats document. %s%s"
                                    .formatted(uri, reason, typed(answered.contentType())),
                            "See what answers there: curl " + uri);
        };
    }

    private static String typed(String contentType) {
        return contentType.isEmpty() || contentType.contains("json")
                ? ""
                : " (it says that it is %s)".formatted(shown(contentType));
    }

    private static Ending refused(URI uri, FetchResult.Answered answered) {
        boolean elsewhere = answered.status() / 100 == 3;
        return elsewhere
                ? new Ending(
                        Outcome.Kind.GARBLED,
                        "%s answers %d and sends elsewhere, where nobody follows it"
                                .formatted(uri, answered.status()),
                        "Write the final address into the estate.")
                : new Ending(
                        Outcome.Kind.GARBLED,
                        "%s answers %d: %s"
                                .formatted(
                                        uri,
                                        answered.status(),
                                        shown(
                                                new String(
                                                        answered.body().readAllBytes(),
                                                        StandardCharsets.UTF_8))),
                        "See the server's log there; one plug-in that fails is enough.");
    }

    private static String shown(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private Ending accept(DeclaredHost host, Report report, String actor) {
        var origin =
                new Origin(
                        host.name(),
                        Origin.Naming.DECLARED,
                        host.environment(),
                        host.groups(),
                        Source.JSONSTATS,
                        actor);
        return switch (reports.accept(origin, report)) {
            case Acceptance.Accepted _ -> Ending.COLLECTED;
            case Acceptance.Older older -> refused(older.name() + " is known from later on");
            case Acceptance.Retired retired ->
                    refused("The host was retired at " + retired.since());
        };
    }

    private static Ending refused(@Nullable String reason) {
        return new Ending(Outcome.Kind.REFUSED, reason, "Declare the host again.");
    }

    private static Outcome.Kind kind(TaskResult.Kind kind) {
        return switch (kind) {
            case UNREACHABLE, CUT -> Outcome.Kind.UNREACHABLE;
            case REFUSED, KEY_CHANGED -> Outcome.Kind.REFUSED;
            case TIMED_OUT -> Outcome.Kind.TIMED_OUT;
            case EXCESSIVE -> Outcome.Kind.GARBLED;
        };
    }
}
