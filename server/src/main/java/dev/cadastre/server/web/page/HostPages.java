package dev.cadastre.server.web.page;

import dev.cadastre.api.Fact;
import dev.cadastre.api.Host;
import dev.cadastre.api.TimelineEvent;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.History;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.Readings;
import dev.cadastre.server.web.api.HostBreaches;
import dev.cadastre.server.web.api.HostRecords;
import dev.cadastre.server.web.api.KnownHosts;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.ReadingRecords;
import dev.cadastre.server.web.api.TimelineRecords;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one host. */
@Controller
class HostPages {

    private static final int EVENTS = 8;

    private final Hosts hosts;
    private final Readings readings;
    private final History history;
    private final HostBreaches breaches;
    private final HostTabs tabs;
    private final HostWork work;
    private final KnownHosts known;
    private final TimelineRecords events;
    private final Permitted permitted;
    private final Frames frames;
    private final Clock clock;

    HostPages(
            Hosts hosts,
            Readings readings,
            History history,
            HostBreaches breaches,
            HostTabs tabs,
            HostWork work,
            KnownHosts known,
            TimelineRecords events,
            Permitted permitted,
            Frames frames,
            Clock clock) {
        this.hosts = hosts;
        this.readings = readings;
        this.history = history;
        this.breaches = breaches;
        this.tabs = tabs;
        this.work = work;
        this.known = known;
        this.events = events;
        this.permitted = permitted;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/hosts/{name}")
    ModelAndView packages(
            HttpServletRequest request,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String at,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String collection) {
        return show(
                request,
                name,
                HostTab.PACKAGES,
                new HostTabs.Asked(q, at, after),
                collection,
                null);
    }

    @GetMapping(
            "/hosts/{name}/{tab:packages|monitors|facts|services|daemons|connections|runtimes|support|advisories|sources|history}")
    ModelAndView tab(
            HttpServletRequest request,
            @PathVariable String name,
            @PathVariable String tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String at,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String collection,
            @RequestParam @Nullable String upgrades) {
        HostTab shown =
                HostTab.ALL.stream()
                        .filter(each -> each.path().equals(tab))
                        .findFirst()
                        .orElseThrow();
        return show(request, name, shown, new HostTabs.Asked(q, at, after), collection, upgrades);
    }

    @GetMapping("/hosts/{name}/packages.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String at) {
        return tabs.csv(name, new HostTabs.Asked(q, at, null), permitted.read(Part.INVENTORY));
    }

    private ModelAndView show(
            HttpServletRequest request,
            String name,
            HostTab tab,
            HostTabs.Asked asked,
            @Nullable String collection,
            @Nullable String upgrades) {
        Reach reach = permitted.read(Part.INVENTORY);
        var wording = new Wording(clock.instant());
        Host host = host(name, asked.moment(), reach);
        List<Fact> facts =
                readings.facts(name, asked.moment(), reach).stream()
                        .map(ReadingRecords::fact)
                        .toList();
        HostTabs.Shown content = tabs.content(host, tab, asked, facts, reach, wording);
        String twin = HostTabs.twin(name, tab, asked);
        return View.of(
                "host/page",
                "frame",
                frames.of(request, name, "hosts", twin),
                "wording",
                wording,
                "page",
                new HostPage(
                        host,
                        tab.path(),
                        HostTabs.titles(host, tab, content.count(), asked),
                        content.content(),
                        HostAttributes.of(host, facts, wording),
                        latest(name, asked.moment(), reach),
                        asked.moment(),
                        work.underWay(collection),
                        work.asking(upgrades),
                        work.presented(name)));
    }

    private Host host(String name, @Nullable Instant at, Reach reach) {
        var found = known.visible(name, at);
        var detail = hosts.detail(name, reach).orElseThrow(() -> known.unknown(name));
        return HostRecords.detailed(found, detail, breaches.of(name, at, reach), Map.of());
    }

    private List<TimelineEvent> latest(String name, @Nullable Instant at, Reach reach) {
        return history.of(name, null, at, null, EVENTS, reach).items().stream()
                .map(events::event)
                .toList();
    }
}
