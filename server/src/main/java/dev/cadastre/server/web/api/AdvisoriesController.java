package dev.cadastre.server.web.api;

import dev.cadastre.api.Advisory;
import dev.cadastre.api.AdvisoryHost;
import dev.cadastre.api.ListPage;
import dev.cadastre.api.LoadedAdvisories;
import dev.cadastre.probe.PackageType;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.inventory.advisory.Advisories;
import dev.cadastre.server.inventory.advisory.AdvisoryQuery;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is vulnerable, and where. */
@RestController
@RequestMapping(ApiPath.BASE + "/advisories")
class AdvisoriesController {

    private final Advisories advisories;
    private final Permitted permitted;

    AdvisoriesController(Advisories advisories, Permitted permitted) {
        this.advisories = advisories;
        this.permitted = permitted;
    }

    @Parameters
    record ListParameters(
            @Nullable String host,
            @Nullable String name,
            @Nullable PackageType type,
            @Nullable Limit limit,
            @Nullable Cursor after) {}

    @Parameters
    record PageParameters(@Nullable Limit limit, @Nullable Cursor after) {}

    /**
     * The advisories that affect hosts, or one host, by name; {@code name} and {@code type} narrow
     * them to those about a package.
     */
    @GetMapping
    ListPage<Advisory> list(ListParameters parameters) {
        var query =
                new AdvisoryQuery(
                        parameters.host(),
                        parameters.name(),
                        parameters.type(),
                        Cursor.start(parameters.after()),
                        Limit.of(parameters.limit()));
        return Pages.wire(
                advisories.find(query, permitted.read(Part.INVENTORY)), AdvisoryRecords::listed);
    }

    /** One advisory by its name or an alias. */
    @GetMapping("/{id}")
    Advisory one(@PathVariable String id) {
        return advisories
                .named(id, permitted.read(Part.INVENTORY))
                .map(AdvisoryRecords::detailed)
                .orElseThrow(() -> unknown(id));
    }

    /** The hosts that it affects, by name. */
    @GetMapping("/{id}/hosts")
    ListPage<AdvisoryHost> hosts(@PathVariable String id, PageParameters parameters) {
        return Pages.wire(
                advisories.hosts(
                        id,
                        Cursor.start(parameters.after()),
                        Limit.of(parameters.limit()),
                        permitted.read(Part.INVENTORY)),
                AdvisoryRecords::host);
    }

    /**
     * Takes an OSV document or a zip of them, each in place of one of the same name; all of them or
     * none.
     */
    @PostMapping
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/json", schema = @Schema(type = "object")),
                @Content(
                        mediaType = "application/zip",
                        schema = @Schema(type = "string", format = "binary"))
            })
    LoadedAdvisories load(InputStream content) {
        permitted.requireEverywhere(Verb.WRITE, Part.INVENTORY);
        return AdvisoryRecords.loaded(advisories.load(content));
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                ProblemKind.ADVISORY_UNKNOWN,
                "No advisory %s was loaded.".formatted(id),
                "Load it with `cadastre advisories load FILE`, or see /api/v1/advisories.");
    }
}
