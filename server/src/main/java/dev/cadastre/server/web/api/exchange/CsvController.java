package dev.cadastre.server.web.api.exchange;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.HostPackage;
import dev.cadastre.server.inventory.KnownPackage;
import dev.cadastre.server.inventory.Packages;
import dev.cadastre.server.inventory.UnknownHost;
import dev.cadastre.server.web.api.KnownHosts;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Parameters;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hosts and what is installed on them, whole, for spreadsheets. */
@RestController
@RequestMapping(ApiPath.BASE)
class CsvController {

    private static final String[] PACKAGE_HEADS = {
        "host",
        "environment",
        "type",
        "name",
        "version",
        "arch",
        "source",
        "vendor",
        "root",
        "purl",
        "since"
    };

    private final SelectedHosts selected;
    private final InstalledPackages packages;
    private final KnownHosts known;
    private final Permitted permitted;

    CsvController(
            SelectedHosts selected, Packages packages, KnownHosts known, Permitted permitted) {
        this.selected = selected;
        this.packages = new InstalledPackages(packages);
        this.known = known;
        this.permitted = permitted;
    }

    @Parameters
    record InstalledParameters(
            @Nullable String environment,
            @Nullable String group,
            @Nullable String q,
            @Nullable PackageType type,
            @Nullable Instant at) {

        HostSelection hosts() {
            return new HostSelection(environment, group, q, at);
        }
    }

    @Parameters
    record PackageParameters(@Nullable PackageType type, @Nullable Instant at) {}

    /** All living hosts by name. */
    @GetMapping(path = "/hosts.csv", produces = CsvWriter.MEDIA_TYPE)
    void hosts(HostParameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Iterator<Host> hosts = selected.of(parameters.hosts(), permitted.read(Part.INVENTORY));
        var csv =
                new CsvWriter(request, response, "hosts.csv", HostCsv.HEADS.toArray(String[]::new));
        while (hosts.hasNext()) {
            csv.line(HostCsv.cells(hosts.next()));
        }
        csv.end();
    }

    /** The same, asked for by media type. */
    @Hidden
    @GetMapping(path = "/hosts", produces = CsvWriter.MEDIA_TYPE)
    void hostsAccepted(
            HostParameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        hosts(parameters, request, response);
    }

    /** All that is installed on all living hosts, host by host. */
    @GetMapping(path = "/installed.csv", produces = CsvWriter.MEDIA_TYPE)
    void installed(
            InstalledParameters parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Reach reach = permitted.read(Part.INVENTORY);
        Iterator<Host> hosts = selected.of(parameters.hosts(), reach);
        var csv = new CsvWriter(request, response, "installed.csv", PACKAGE_HEADS);
        while (hosts.hasNext()) {
            Host host = hosts.next();
            write(of(host, parameters.type(), parameters.at(), reach), host, csv);
        }
        csv.end();
    }

    /** All that is installed on one host. */
    @GetMapping(path = "/hosts/{name}/packages.csv", produces = CsvWriter.MEDIA_TYPE)
    void packages(
            @PathVariable String name,
            PackageParameters parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Host host = known.visible(name, parameters.at());
        List<HostPackage> installed =
                packages.of(
                        name, parameters.type(), parameters.at(), permitted.read(Part.INVENTORY));
        var csv = new CsvWriter(request, response, "packages.csv", PACKAGE_HEADS);
        write(installed, host, csv);
        csv.end();
    }

    /** The same, asked for by media type. */
    @Hidden
    @GetMapping(path = "/hosts/{name}/packages", produces = CsvWriter.MEDIA_TYPE)
    void packagesAccepted(
            @PathVariable String name,
            PackageParameters parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        packages(name, parameters, request, response);
    }

    /** Nothing if the host is gone since it was listed. */
    private List<HostPackage> of(
            Host host, @Nullable PackageType type, @Nullable Instant at, Reach reach) {
        try {
            return packages.of(host.name(), type, at, reach);
        } catch (UnknownHost _) {
            return List.of();
        }
    }

    private static void write(List<HostPackage> installed, Host host, CsvWriter csv)
            throws IOException {
        for (HostPackage each : installed) {
            KnownPackage item = each.item();
            csv.line(
                    host.name(),
                    host.environment(),
                    item.type().purlType(),
                    item.name(),
                    item.version(),
                    item.arch(),
                    item.source(),
                    item.vendor(),
                    item.root(),
                    item.purl(),
                    each.since().toString());
        }
    }
}
