package dev.cadastre.server.web.api;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.LoadedSupportFacts;
import dev.cadastre.api.SupportDetail;
import dev.cadastre.api.SupportHost;
import dev.cadastre.api.SupportItem;
import dev.cadastre.api.SupportLine;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.inventory.support.Support;
import dev.cadastre.server.inventory.support.SupportStatus;
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
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is supported by those who make it, and for how long. */
@RestController
@RequestMapping(ApiPath.BASE)
class SupportController {

    /** The ways up of each have to be found. */
    private static final int MOST_HOSTS = 100;

    private final Support support;
    private final Permitted permitted;

    SupportController(Support support, Permitted permitted) {
        this.support = support;
        this.permitted = permitted;
    }

    @Parameters
    record WithinParameters(@Nullable String within) {}

    @Parameters
    record ReportParameters(@Nullable SupportStatus status, @Nullable String within) {}

    @Parameters
    record PageParameters(@Nullable Limit limit, @Nullable Cursor after) {}

    /** What a host has that is supported or not: its system, runtimes and servers; as of now. */
    @GetMapping("/hosts/{name}/support")
    ListPage<SupportItem> host(@PathVariable String name, WithinParameters parameters) {
        Reach reach = permitted.read(Part.INVENTORY);
        return Pages.whole(
                support.ofHost(name, Within.days(parameters.within()), reach),
                SupportRecords::item);
    }

    /** The lines of releases that hosts have, the worst first. */
    @GetMapping("/support")
    ListPage<SupportLine> report(ReportParameters parameters) {
        Reach reach = permitted.read(Part.INVENTORY);
        return Pages.whole(
                support.report(parameters.status(), Within.days(parameters.within()), reach),
                SupportRecords::line);
    }

    /** One line of releases, and newer ones. */
    @GetMapping("/support/{product}/{cycle}")
    SupportDetail line(
            @PathVariable String product, @PathVariable String cycle, WithinParameters parameters) {
        Reach reach = permitted.read(Part.INVENTORY);
        return detail(product, cycle, Within.days(parameters.within()), reach);
    }

    private SupportDetail detail(String product, String cycle, int within, Reach reach) {
        return support.line(product, cycle, within, reach)
                .map(line ->
                        new SupportDetail(
                                SupportRecords.line(line),
                                support.newer(product, cycle, within).stream()
                                        .map(SupportRecords::support)
                                        .toList()))
                .orElseThrow(() -> unknown(product, cycle));
    }

    /** The hosts that have it, by name, with the ways up of each; at most 100 at once. */
    @GetMapping("/support/{product}/{cycle}/hosts")
    ListPage<SupportHost> hosts(
            @PathVariable String product, @PathVariable String cycle, PageParameters parameters) {
        return Pages.wire(
                support.hosts(
                        product,
                        cycle,
                        Cursor.start(parameters.after()),
                        Math.min(MOST_HOSTS, Limit.of(parameters.limit())),
                        permitted.read(Part.INVENTORY)),
                SupportRecords::host);
    }

    /**
     * Takes facts from a document of endoflife.date's API version 1, or a table of Debian's
     * distro-info, in place of all others about their products; all of them or none.
     */
    @PostMapping("/support/facts")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/json", schema = @Schema(type = "object")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    LoadedSupportFacts load(InputStream content) throws IOException {
        permitted.requireEverywhere(Verb.WRITE, Part.INVENTORY);
        return SupportRecords.loaded(support.load(content.readAllBytes()));
    }

    static ProblemException unknown(String product, String cycle) {
        return new ProblemException(
                ProblemKind.SUPPORT_UNKNOWN,
                "Neither a fact nor a host tells of %s %s.".formatted(product, cycle),
                "See /support for what hosts have, or load facts about it with"
                        + " `cadastre support load`.");
    }
}
