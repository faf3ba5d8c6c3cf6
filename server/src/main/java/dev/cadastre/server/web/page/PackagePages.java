package dev.cadastre.server.web.page;

import dev.cadastre.api.PackageHost;
import dev.cadastre.probe.PackageType;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.PackageHolderQuery;
import dev.cadastre.server.inventory.PackageNameQuery;
import dev.cadastre.server.inventory.Packages;
import dev.cadastre.server.inventory.advisory.Advisories;
import dev.cadastre.server.inventory.advisory.AdvisoryQuery;
import dev.cadastre.server.web.api.AdvisoryRecords;
import dev.cadastre.server.web.api.PackageRecords;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Packages wherever they are installed. */
@Controller
class PackagePages {

    private static final int PAGE = 200;
    private static final int WHOLE = 100_000;
    private static final int ADVISORIES = 50;
    private static final String TYPES =
            Arrays.stream(PackageType.values())
                    .map(PackageType::purlType)
                    .collect(Collectors.joining(", "));

    private final Packages packages;
    private final Advisories advisories;
    private final Permitted permitted;
    private final Frames frames;
    private final Clock clock;

    PackagePages(
            Packages packages,
            Advisories advisories,
            Permitted permitted,
            Frames frames,
            Clock clock) {
        this.packages = packages;
        this.advisories = advisories;
        this.permitted = permitted;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/packages")
    ModelAndView list(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String after) {
        var query =
                new PackageNameQuery(
                        q.isBlank() ? null : q.strip(), null, null, Links.position(after), PAGE);
        var page = packages.names(query, permitted.read(Part.INVENTORY));
        var listed =
                new Listed("/packages", q, null, Links.next("/packages", page.next(), "q", q), "");
        return View.of(
                "software/list",
                "frame",
                frames.of(request, "Packages", "packages", ApiPath.BASE + "/packages"),
                "wording",
                new Wording(clock.instant()),
                "listed",
                listed,
                "packages",
                page.items().stream().map(PackageRecords::summary).toList());
    }

    @GetMapping("/packages/show")
    ModelAndView one(
            HttpServletRequest request,
            @RequestParam String name,
            @RequestParam String type,
            @RequestParam @Nullable String version,
            @RequestParam @Nullable String after) {
        Reach reach = permitted.read(Part.INVENTORY);
        PackageType kind = packageType(type);
        var page = packages.hosts(holders(name, kind, version, Links.position(after), PAGE), reach);
        String query = Links.query("name", name, "type", type, "version", version);
        var listed =
                new Listed(
                        "/packages/show",
                        "",
                        null,
                        Links.next(
                                "/packages/show",
                                page.next(),
                                "name",
                                name,
                                "type",
                                type,
                                "version",
                                version),
                        "/packages/show.csv" + query);
        return View.of(
                "software/page",
                "frame",
                frames.of(request, name, "packages", ApiPath.BASE + "/packages/hosts" + query),
                "wording",
                new Wording(clock.instant()),
                "listed",
                listed,
                "name",
                name,
                "type",
                type,
                "advisories",
                advisories
                        .find(new AdvisoryQuery(null, name, kind, null, ADVISORIES), reach)
                        .items()
                        .stream()
                        .map(AdvisoryRecords::listed)
                        .toList(),
                "versions",
                packages.versions(name, kind, null, reach).stream()
                        .map(PackageRecords::version)
                        .toList(),
                "hosts",
                page.items().stream().map(PackageRecords::holder).toList());
    }

    @GetMapping("/packages/show.csv")
    ResponseEntity<byte[]> csv(
            @RequestParam String name,
            @RequestParam String type,
            @RequestParam @Nullable String version) {
        PackageType kind = packageType(type);
        var csv =
                new Csv(
                        List.of(
                                "host",
                                "environment",
                                "name",
                                "version",
                                "arch",
                                "type",
                                "root",
                                "since"));
        packages
                .hosts(holders(name, kind, version, null, WHOLE), permitted.read(Part.INVENTORY))
                .items()
                .stream()
                .map(PackageRecords::holder)
                .forEach(holder -> add(csv, holder));
        return csv.answer("package.csv");
    }

    private static void add(Csv csv, PackageHost holder) {
        csv.add(
                holder.host(),
                holder.environment(),
                holder.installed().name(),
                holder.installed().version(),
                holder.installed().arch(),
                holder.installed().type(),
                holder.installed().root(),
                holder.since().toString());
    }

    private static PackageHolderQuery holders(
            String name,
            PackageType type,
            @Nullable String version,
            @Nullable String after,
            int limit) {
        return new PackageHolderQuery(name, null, type, version, null, null, null, after, limit);
    }

    private static PackageType packageType(String text) {
        return Arrays.stream(PackageType.values())
                .filter(type -> type.purlType().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemKind.PARAMETERS_BAD,
                                "“%s” is no type of package.".formatted(text),
                                "The types are those of purls: " + TYPES + "."));
    }
}
