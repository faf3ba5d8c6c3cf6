package dev.cadastre.server.web.api;

import dev.cadastre.api.Connection;
import dev.cadastre.api.Daemon;
import dev.cadastre.api.Fact;
import dev.cadastre.api.InstalledPackage;
import dev.cadastre.api.InstalledRuntime;
import dev.cadastre.api.ListPage;
import dev.cadastre.api.Service;
import dev.cadastre.api.TimelineEvent;
import dev.cadastre.probe.PackageType;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.inventory.History;
import dev.cadastre.server.inventory.HostPackageQuery;
import dev.cadastre.server.inventory.Packages;
import dev.cadastre.server.inventory.Readings;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The lists that belong to one host. */
@RestController
@RequestMapping(ApiPath.BASE + "/hosts/{name}")
class HostReadingsController {

    private final Packages packages;
    private final Readings readings;
    private final History history;
    private final TimelineRecords events;
    private final Permitted permitted;

    HostReadingsController(
            Packages packages,
            Readings readings,
            History history,
            TimelineRecords events,
            Permitted permitted) {
        this.packages = packages;
        this.readings = readings;
        this.history = history;
        this.events = events;
        this.permitted = permitted;
    }

    @Parameters
    record PackageParameters(
            @Nullable String q,
            @Nullable PackageType type,
            @Nullable Instant at,
            @Nullable Limit limit,
            @Nullable Cursor after) {}

    @Parameters
    record MomentParameters(@Nullable Instant at) {}

    @Parameters
    record SpanParameters(
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Limit limit,
            @Nullable Cursor after) {}

    /** Its packages by name, type, root, architecture and version. */
    @GetMapping("/packages")
    ListPage<InstalledPackage> packages(@PathVariable String name, PackageParameters parameters) {
        var query =
                new HostPackageQuery(
                        name,
                        parameters.q(),
                        parameters.type(),
                        parameters.at(),
                        Cursor.start(parameters.after()),
                        Limit.of(parameters.limit()));
        return Pages.wire(
                packages.ofHost(query, permitted.read(Part.INVENTORY)), PackageRecords::installed);
    }

    /** Its facts by name; measures only where no moment is asked for. */
    @GetMapping("/facts")
    ListPage<Fact> facts(@PathVariable String name, MomentParameters moment) {
        return Pages.whole(
                readings.facts(name, moment.at(), permitted.read(Part.INVENTORY)),
                ReadingRecords::fact);
    }

    /** What listens on it, by port, protocol and address. */
    @GetMapping("/services")
    ListPage<Service> services(@PathVariable String name, MomentParameters moment) {
        return Pages.whole(
                readings.services(name, moment.at(), permitted.read(Part.INVENTORY)),
                ReadingRecords::service);
    }

    /** What its init system runs, by name. */
    @GetMapping("/daemons")
    ListPage<Daemon> daemons(@PathVariable String name, MomentParameters moment) {
        return Pages.whole(
                readings.daemons(name, moment.at(), permitted.read(Part.INVENTORY)),
                ReadingRecords::daemon);
    }

    /** Whom it talks to. */
    @GetMapping("/connections")
    ListPage<Connection> connections(@PathVariable String name, MomentParameters moment) {
        return Pages.whole(
                readings.connections(name, moment.at(), permitted.read(Part.INVENTORY)),
                ReadingRecords::connection);
    }

    /** What on it runs other programs, by kind and path. */
    @GetMapping("/runtimes")
    ListPage<InstalledRuntime> runtimes(@PathVariable String name, MomentParameters moment) {
        return Pages.whole(
                readings.runtimes(name, moment.at(), permitted.read(Part.INVENTORY)),
                ReadingRecords::runtime);
    }

    /** What happened to it, under whatever name it had, newest first. */
    @GetMapping("/history")
    ListPage<TimelineEvent> history(@PathVariable String name, SpanParameters parameters) {
        return Pages.wire(
                history.of(
                        name,
                        parameters.since(),
                        parameters.until(),
                        Cursor.start(parameters.after()),
                        Limit.of(parameters.limit()),
                        permitted.read(Part.INVENTORY)),
                events::event);
    }
}
