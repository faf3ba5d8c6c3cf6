package dev.cadastre.server.web.page;

import dev.cadastre.api.Fact;
import dev.cadastre.api.Host;
import dev.cadastre.api.InstalledPackage;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.History;
import dev.cadastre.server.inventory.HostPackageQuery;
import dev.cadastre.server.inventory.Packages;
import dev.cadastre.server.inventory.Readings;
import dev.cadastre.server.inventory.Sboms;
import dev.cadastre.server.inventory.advisory.Advisories;
import dev.cadastre.server.inventory.advisory.AdvisoryQuery;
import dev.cadastre.server.inventory.support.Support;
import dev.cadastre.server.web.api.AdvisoryRecords;
import dev.cadastre.server.web.api.PackageRecords;
import dev.cadastre.server.web.api.ReadingRecords;
import dev.cadastre.server.web.api.SbomRecords;
import dev.cadastre.server.web.api.SupportRecords;
import dev.cadastre.server.web.api.TimelineRecords;
import dev.cadastre.server.web.api.request.ApiPath;
import gg.jte.Content;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the tabs of a host's page show. */
@Component
class HostTabs {

    private static final int PAGE = 300;
    private static final int WHOLE = 100_000;

    private final Packages packages;
    private final Readings readings;
    private final History history;
    private final Support support;
    private final Advisories advisories;
    private final Sboms sboms;
    private final MonitorTab monitors;
    private final TimelineRecords events;
    private final Templates templates;

    HostTabs(
            Packages packages,
            Readings readings,
            History history,
            Support support,
            Advisories advisories,
            Sboms sboms,
            MonitorTab monitors,
            TimelineRecords events,
            Templates templates) {
        this.packages = packages;
        this.readings = readings;
        this.history = history;
        this.support = support;
        this.advisories = advisories;
        this.sboms = sboms;
        this.monitors = monitors;
        this.events = events;
        this.templates = templates;
    }

    /** What the address asks for: a filter, a moment, and where to go on. */
    record Asked(String text, @Nullable String at, @Nullable String after) {

        @Nullable Instant moment() {
            return Moments.parse(at);
        }

        @Nullable String position() {
            return Links.position(after);
        }

        String atQuery() {
            return Links.query("at", at);
        }
    }

    /** A tab's content, and how many entries it has where all are shown. */
    record Shown(Content content, @Nullable Integer count) {}

    static List<HostPage.Tab> titles(
            Host host, HostTab current, @Nullable Integer count, Asked asked) {
        return HostTab.ALL.stream()
                .map(tab ->
                        new HostPage.Tab(
                                tab.title(),
                                tab == HostTab.PACKAGES
                                        ? Integer.valueOf(host.packages())
                                        : tab == current ? count : null,
                                "/hosts/" + host.name() + "/" + tab.path() + asked.atQuery(),
                                tab == current))
                .toList();
    }

    /** Where the tab is served as JSON. */
    static String twin(String host, HostTab tab, Asked asked) {
        return switch (tab) {
            case MONITORS -> Links.to(ApiPath.BASE + "/monitors", "asset", "host:" + host);
            case ADVISORIES -> Links.to(ApiPath.BASE + "/advisories", "host", host);
            case SUPPORT -> ApiPath.BASE + "/hosts/" + host + "/support";
            case SOURCES -> ApiPath.BASE + "/hosts/" + host;
            default -> ApiPath.BASE + "/hosts/" + host + "/" + tab.path() + asked.atQuery();
        };
    }

    Shown content(
            Host shown, HostTab tab, Asked asked, List<Fact> facts, Reach reach, Wording wording) {
        String host = shown.name();
        Instant at = asked.moment();
        return switch (tab) {
            case PACKAGES -> packages(host, asked, reach, wording);
            case MONITORS -> monitors.ofHost(host, wording);
            case FACTS -> shown("host/facts", wording, "facts", facts);
            case SERVICES ->
                    shown(
                            "host/services",
                            wording,
                            "services",
                            map(readings.services(host, at, reach), ReadingRecords::service));
            case DAEMONS ->
                    shown(
                            "host/daemons",
                            wording,
                            "daemons",
                            map(readings.daemons(host, at, reach), ReadingRecords::daemon));
            case CONNECTIONS ->
                    shown(
                            "host/connections",
                            wording,
                            "connections",
                            map(readings.connections(host, at, reach), ReadingRecords::connection));
            case RUNTIMES ->
                    shown(
                            "host/runtimes",
                            wording,
                            "runtimes",
                            map(readings.runtimes(host, at, reach), ReadingRecords::runtime));
            case SUPPORT ->
                    shown(
                            "host/support",
                            wording,
                            "items",
                            map(support.ofHost(host, Support.SOON, reach), SupportRecords::item));
            case ADVISORIES -> advisories(host, asked, reach, wording);
            case SOURCES -> sources(shown, reach, wording);
            case HISTORY -> history(host, asked, reach, wording);
        };
    }

    /** The packages that are asked for, all of them. */
    ResponseEntity<byte[]> csv(String host, Asked asked, Reach reach) {
        var csv =
                new Csv(
                        List.of(
                                "name", "version", "arch", "type", "purl", "source", "vendor",
                                "root", "since"));
        packages.ofHost(query(host, asked, WHOLE), reach).items().stream()
                .map(PackageRecords::installed)
                .forEach(HostTabs.row(csv));
        return csv.answer(host + "-packages.csv");
    }

    private static Consumer<InstalledPackage> row(Csv csv) {
        return item ->
                csv.add(
                        item.name(),
                        item.version(),
                        item.arch(),
                        item.type(),
                        item.purl(),
                        item.source(),
                        item.vendor(),
                        item.root(),
                        item.since().toString());
    }

    private static HostPackageQuery query(String host, Asked asked, int limit) {
        String text = asked.text().isBlank() ? null : asked.text().strip();
        return new HostPackageQuery(host, text, null, asked.moment(), asked.position(), limit);
    }

    private Shown packages(String host, Asked asked, Reach reach, Wording wording) {
        var page = packages.ofHost(query(host, asked, PAGE), reach);
        String path = "/hosts/" + host + "/packages";
        var listed =
                new Listed(
                        path,
                        asked.text(),
                        asked.at(),
                        Links.next(path, page.next(), "q", asked.text(), "at", asked.at()),
                        Links.to(path + ".csv", "q", asked.text(), "at", asked.at()));
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("wording", wording);
        parameters.put("listed", listed);
        parameters.put("packages", map(page.items(), PackageRecords::installed));
        return new Shown(templates.content("host/packages", parameters), null);
    }

    /** As of now, at whatever moment the host is looked at. */
    private Shown advisories(String host, Asked asked, Reach reach, Wording wording) {
        var query = new AdvisoryQuery(host, null, null, asked.position(), PAGE);
        var page = advisories.find(query, reach);
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("wording", wording);
        parameters.put("advisories", map(page.items(), AdvisoryRecords::listed));
        parameters.put("next", Links.next("/hosts/" + host + "/advisories", page.next()));
        return new Shown(templates.content("host/advisories", parameters), null);
    }

    private Shown sources(Host shown, Reach reach, Wording wording) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("wording", wording);
        parameters.put("host", shown);
        parameters.put(
                "sboms", map(sboms.ofHost(shown.name(), null, reach), SbomRecords::attached));
        return new Shown(templates.content("host/sources", parameters), null);
    }

    private Shown history(String host, Asked asked, Reach reach, Wording wording) {
        var page = history.of(host, null, asked.moment(), asked.position(), PAGE, reach);
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("wording", wording);
        parameters.put("events", map(page.items(), events::event));
        parameters.put(
                "next", Links.next("/hosts/" + host + "/history", page.next(), "at", asked.at()));
        return new Shown(templates.content("host/history", parameters), null);
    }

    private Shown shown(String template, Wording wording, String name, List<?> items) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("wording", wording);
        parameters.put(name, items);
        return new Shown(templates.content(template, parameters), items.size());
    }

    private static <R, W> List<W> map(List<R> items, Function<R, W> record) {
        return items.stream().map(record).toList();
    }
}
