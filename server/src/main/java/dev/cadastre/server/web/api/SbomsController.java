package dev.cadastre.server.web.api;

import dev.cadastre.api.AttachedSbom;
import dev.cadastre.api.ListPage;
import dev.cadastre.api.Sbom;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.Lifecycle;
import dev.cadastre.server.inventory.Sboms;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bills of materials of the applications on a host. */
@RestController
@RequestMapping(ApiPath.BASE + "/hosts/{name}/sboms")
class SbomsController {

    private final Sboms sboms;
    private final KnownHosts hosts;
    private final Permitted permitted;

    SbomsController(Sboms sboms, KnownHosts hosts, Permitted permitted) {
        this.sboms = sboms;
        this.hosts = hosts;
        this.permitted = permitted;
    }

    @Parameters
    record MomentParameters(@Nullable Instant at) {}

    /** Those that are attached to a host, by application. */
    @GetMapping
    ListPage<AttachedSbom> list(@PathVariable String name, MomentParameters moment) {
        return Pages.whole(
                sboms.ofHost(name, moment.at(), permitted.read(Part.INVENTORY)),
                SbomRecords::attached);
    }

    /** That of one application. */
    @GetMapping("/{application}")
    AttachedSbom one(
            @PathVariable String name, @PathVariable String application, MomentParameters moment) {
        return sboms.ofHost(name, moment.at(), permitted.read(Part.INVENTORY)).stream()
                .filter(sbom -> sbom.application().equals(application))
                .map(SbomRecords::attached)
                .findFirst()
                .orElseThrow(() -> unknown(name, application));
    }

    /**
     * Attaches a CycloneDX document about the application that its metadata.component names, in
     * place of the one before; all of it or, with the path of what is wrong, nothing.
     */
    @PostMapping
    @RequestBody(
            required = true,
            content = @Content(mediaType = Sbom.MEDIA_TYPE, schema = @Schema(type = "object")))
    AttachedSbom attach(@PathVariable String name, InputStream content) {
        return attach(name, null, content);
    }

    /** The same about an application that the sender names. */
    @PutMapping("/{application}")
    @RequestBody(
            required = true,
            content = @Content(mediaType = Sbom.MEDIA_TYPE, schema = @Schema(type = "object")))
    AttachedSbom put(
            @PathVariable String name, @PathVariable String application, InputStream content) {
        return attach(name, application, content);
    }

    /** Detaches an application's document, which ends its packages on the host. */
    @DeleteMapping("/{application}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name, @PathVariable String application) {
        String host = writable(name);
        boolean found =
                sboms.remove(
                        host,
                        application,
                        permitted.reach(Verb.WRITE, Part.INVENTORY),
                        permitted.actor());
        if (!found) {
            throw unknown(host, application);
        }
    }

    private AttachedSbom attach(String name, @Nullable String application, InputStream content) {
        return SbomRecords.attached(
                sboms.attach(
                        writable(name),
                        application,
                        content,
                        permitted.reach(Verb.WRITE, Part.INVENTORY),
                        permitted.actor()));
    }

    private String writable(String name) {
        Host host = hosts.open(name, Verb.WRITE);
        if (host.lifecycle() == Lifecycle.RETIRED) {
            throw new ProblemException(
                    ProblemKind.HOST_RETIRED,
                    "%s was retired on %s.".formatted(host.name(), host.retiredAt()),
                    "Attach it to a host that lives.");
        }
        return host.name();
    }

    private static ProblemException unknown(String host, String application) {
        return new ProblemException(
                ProblemKind.SBOM_UNKNOWN,
                "No bill of materials of %s is attached to %s.".formatted(application, host),
                "Those that are, are listed at /api/v1/hosts/%s/sboms.".formatted(host));
    }
}
