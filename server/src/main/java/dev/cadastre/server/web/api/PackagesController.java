package dev.cadastre.server.web.api;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.PackageHost;
import dev.cadastre.api.PackageSummary;
import dev.cadastre.api.PackageVersion;
import dev.cadastre.api.Problem;
import dev.cadastre.probe.PackageType;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.inventory.PackageHolderQuery;
import dev.cadastre.server.inventory.PackageNameQuery;
import dev.cadastre.server.inventory.Packages;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Packages wherever they are installed. Their names may hold slashes, so they are parameters. */
@RestController
@RequestMapping(ApiPath.BASE + "/packages")
class PackagesController {

    private final Packages packages;
    private final Permitted permitted;

    PackagesController(Packages packages, Permitted permitted) {
        this.packages = packages;
        this.permitted = permitted;
    }

    @Parameters
    record NameParameters(
            @Nullable String q,
            @Nullable PackageType type,
            @Nullable Instant at,
            @Nullable Limit limit,
            @Nullable Cursor after) {}

    @Parameters
    record VersionParameters(String name, @Nullable PackageType type, @Nullable Instant at) {}

    @Parameters
    record HolderParameters(
            @Nullable String name,
            @Nullable String purl,
            @Nullable PackageType type,
            @Nullable String version,
            @Nullable String environment,
            @Nullable String host,
            @Nullable Instant at,
            @Nullable Limit limit,
            @Nullable Cursor after) {

        PackageHolderQuery query() {
            if (name == null && purl == null) {
                throw unspecific();
            }
            return new PackageHolderQuery(
                    name,
                    purl,
                    type,
                    version,
                    environment,
                    host,
                    at,
                    Cursor.start(after),
                    Limit.of(limit));
        }

        private static ProblemException unspecific() {
            return new ProblemException(
                    ProblemKind.PARAMETERS_BAD,
                    "Neither name nor purl is given.",
                    "Give one of them.",
                    List.of(
                            new Problem.Part(
                                    "parameter.missing",
                                    "name",
                                    "It is needed where there is no purl.",
                                    null)));
        }
    }

    /** The names of all installed packages, with how many versions and hosts there are. */
    @GetMapping
    ListPage<PackageSummary> names(NameParameters parameters) {
        var query =
                new PackageNameQuery(
                        parameters.q(),
                        parameters.type(),
                        parameters.at(),
                        Cursor.start(parameters.after()),
                        Limit.of(parameters.limit()));
        return Pages.wire(
                packages.names(query, permitted.read(Part.INVENTORY)), PackageRecords::summary);
    }

    /** Which versions there are in which environments, by type, version and environment. */
    @GetMapping("/versions")
    ListPage<PackageVersion> versions(VersionParameters parameters) {
        return Pages.whole(
                packages.versions(
                        parameters.name(),
                        parameters.type(),
                        parameters.at(),
                        permitted.read(Part.INVENTORY)),
                PackageRecords::version);
    }

    /** Which hosts have a package, by host; one item for each version that a host has. */
    @GetMapping("/hosts")
    ListPage<PackageHost> hosts(HolderParameters parameters) {
        return Pages.wire(
                packages.hosts(parameters.query(), permitted.read(Part.INVENTORY)),
                PackageRecords::holder);
    }
}
