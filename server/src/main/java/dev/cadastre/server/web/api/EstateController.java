package dev.cadastre.server.web.api;

import dev.cadastre.api.EstateCheck;
import dev.cadastre.api.EstateText;
import dev.cadastre.api.HostValues;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.EstatePlan;
import dev.cadastre.server.estate.EstateStatus;
import dev.cadastre.server.estate.HostView;
import dev.cadastre.server.web.api.problem.Nearest;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The estate as its file and the API declare it. */
@RestController
@RequestMapping(ApiPath.BASE + "/estate")
class EstateController {

    /** What problems call a file that came as a body. */
    private static final String SENT = "estate.ini";

    private final Estate estate;
    private final Permitted permitted;

    EstateController(Estate estate, Permitted permitted) {
        this.estate = estate;
        this.permitted = permitted;
    }

    /** How the server's estate file stands. */
    @GetMapping
    dev.cadastre.api.EstateStatus status() {
        permitted.requireEverywhere(Verb.READ, Part.ESTATE);
        return EstateRecords.status(estate.status());
    }

    /** Every value that a host sees, with the line it came from. */
    @GetMapping("/hosts/{name}")
    HostValues values(@PathVariable String name) {
        return EstateRecords.values(
                estate.host(name)
                        .filter(host -> permitted.read(Part.ESTATE).covers(host.environment()))
                        .map(this::view)
                        .orElseThrow(() -> undeclared(name)));
    }

    private HostView view(DeclaredHost host) {
        return Objects.requireNonNull(estate.model().view(host.name()));
    }

    private ProblemException undeclared(String name) {
        List<String> names =
                estate.hosts().stream()
                        .filter(host -> permitted.read(Part.ESTATE).covers(host.environment()))
                        .map(DeclaredHost::name)
                        .toList();
        return new ProblemException(
                ProblemKind.HOST_UNKNOWN,
                "Nothing declares a host " + name + ", or you may not see it.",
                Nearest.to(name, names)
                        .map(nearest -> "Perhaps " + nearest + " was meant.")
                        .orElse("State it in the estate file, or add it by /api/v1/hosts."));
    }

    /** All that is wrong with the estate file in the body. */
    @PostMapping("/check")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    EstateCheck check(@RequestBody byte[] content) {
        return new EstateCheck(
                EstateRecords.problems(estate.plan(SENT, content, Map.of()).problems()));
    }

    /** The same with the tests that the file names. */
    @PostMapping(path = "/check", consumes = MediaType.APPLICATION_JSON_VALUE)
    EstateCheck check(@RequestBody EstateText sent) {
        return new EstateCheck(EstateRecords.problems(planned(sent).problems()));
    }

    private EstatePlan planned(EstateText sent) {
        return estate.plan(
                SENT,
                sent.text().getBytes(StandardCharsets.UTF_8),
                Objects.requireNonNullElse(sent.tests(), Map.of()));
    }

    /** What the estate file in the body would change; without a body, the server's own file. */
    @PostMapping("/plan")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    dev.cadastre.api.EstatePlan plan(@RequestBody(required = false) byte @Nullable [] content) {
        return content != null && content.length > 0
                ? EstateRecords.plan(estate.plan(SENT, content, Map.of()))
                : planOfFile();
    }

    /** The same with the tests that the file names. What has no body is for the other alone. */
    @PostMapping(path = "/plan", consumes = MediaType.APPLICATION_JSON_VALUE)
    dev.cadastre.api.EstatePlan plan(@RequestBody EstateText sent) {
        return EstateRecords.plan(planned(sent));
    }

    private dev.cadastre.api.EstatePlan planOfFile() {
        requireFile();
        return EstateRecords.plan(estate.plan());
    }

    /** Applies the server's own file as it is now, and says what that changed. */
    @PostMapping("/apply")
    dev.cadastre.api.EstatePlan apply() {
        requireFile();
        EstatePlan plan = estate.plan();
        EstateStatus status = estate.apply();
        if (status.isBroken()) {
            throw new ProblemException(
                    ProblemKind.ESTATE_BROKEN,
                    "The estate file has errors, and nothing of it was applied.",
                    "Correct what \"problems\" names, then apply it again.",
                    EstateRecords.parts(status.problems()));
        }
        return EstateRecords.plan(plan);
    }

    private void requireFile() {
        permitted.requireEverywhere(Verb.READ, Part.ESTATE);
        if (estate.status().file() == null) {
            throw new ProblemException(
                    ProblemKind.ESTATE_MISSING,
                    "The server was started without an estate file.",
                    "Start it with --estate FILE, or add hosts by /api/v1/hosts.");
        }
    }
}
