package dev.cadastre.server.web.api.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cadastre.api.monitor.Monitor;
import dev.cadastre.api.monitor.MonitorResult;
import dev.cadastre.api.monitor.MonitorResults;
import dev.cadastre.api.monitor.ResultState;
import dev.cadastre.api.monitor.ResultsReceipt;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.monitoring.watching.ToldResult;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Results of monitors: those that are asked for now, and those that others tell. */
@RestController
@RequestMapping(ApiPath.BASE + "/monitors")
class MonitorResultsController {

    /** What a check may take beside its own time, such as to wait for its host's turn. */
    private static final Duration BESIDE = Duration.ofSeconds(3);

    private final Monitors monitors;
    private final ToldResults told;
    private final KnownMonitors known;
    private final Permitted permitted;

    MonitorResultsController(
            Monitors monitors, ToldResults told, KnownMonitors known, Permitted permitted) {
        this.monitors = monitors;
        this.told = told;
        this.known = known;
        this.permitted = permitted;
    }

    /** Checks a monitor now, and answers with what was found. */
    @PostMapping("/{id}/check")
    Monitor check(@PathVariable long id) throws InterruptedException {
        Reach reach = permitted.reach(Verb.RUN, Part.MONITORING);
        Duration patience = known.visible(id).definition().timeout().plus(BESIDE);
        return known.wire(monitors.check(id, patience, reach));
    }

    /**
     * Takes a result that somebody found, also of a monitor that the server checks, which thinks so
     * until it is checked next.
     */
    @PostMapping("/{id}/results")
    Monitor tell(@PathVariable long id, @RequestBody MonitorResult sent) {
        Reach reach = permitted.reach(Verb.WRITE, Part.MONITORING);
        known.visible(id);
        monitors.tell(List.of(result(id, sent.state(), sent.output())), reach);
        return known.wire(known.visible(id));
    }

    /**
     * Takes the call of a job that is to call in; no body is needed. Whoever is silent for longer
     * than the monitor's interval is critical.
     */
    @PostMapping("/{id}/heartbeat")
    Monitor beat(@PathVariable long id) {
        Reach reach = permitted.reach(Verb.WRITE, Part.MONITORING);
        MonitorKind kind = known.visible(id).definition().kind();
        if (kind != MonitorKind.HEARTBEAT) {
            throw new MonitorRefused(
                    MonitorRefused.Reason.CONFLICT,
                    List.of(
                            new MonitorProblem(
                                    "monitor.no-heartbeat",
                                    "id",
                                    "Monitor %d is of the kind %s.".formatted(id, kind.name()),
                                    "Make one of the kind HEARTBEAT, or send a result.")));
        }
        monitors.tell(List.of(result(id, ResultState.OK, "It called in")), reach);
        return known.wire(known.visible(id));
    }

    /** Takes results of several monitors, all or none, named by id or by asset and name. */
    @PostMapping(path = "/results", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResultsReceipt tellAll(@RequestBody MonitorResults sent) {
        return take(told.of(sent, permitted.reach(Verb.WRITE, Part.MONITORING)));
    }

    /**
     * The same in lines of Nagios' external commands, PROCESS_SERVICE_CHECK_RESULT and
     * PROCESS_HOST_CHECK_RESULT: a host is the asset host:NAME, a service the monitor of that name,
     * and a result of the host itself is of its monitor named host.
     */
    @PostMapping(path = "/results", consumes = MediaType.TEXT_PLAIN_VALUE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    ResultsReceipt tellLines(InputStream lines) throws IOException {
        Reach reach = permitted.reach(Verb.WRITE, Part.MONITORING);
        return take(told.ofLines(new String(lines.readAllBytes(), UTF_8), reach));
    }

    private ResultsReceipt take(List<ToldResult> results) {
        monitors.tell(results, permitted.reach(Verb.WRITE, Part.MONITORING));
        return new ResultsReceipt(results.size());
    }

    static ToldResult result(long id, ResultState state, String output) {
        return new ToldResult(
                id, PluginResult.of(PluginState.valueOf(state.name()).exitCode(), output));
    }
}
