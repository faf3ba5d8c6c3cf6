package dev.cadastre.server.web.page;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.monitoring.watching.HostMonitors;
import dev.cadastre.server.monitoring.watching.Monitor;
import dev.cadastre.server.monitoring.watching.MonitorQuery;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.monitor.KnownMonitors;
import dev.cadastre.server.web.page.chart.Sparkline;
import dev.cadastre.server.web.page.chart.TimeRange;
import dev.cadastre.server.web.page.chart.TimeWindow;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What pages of hosts and assets show of their monitors, as far as the reader may see these. */
@Component
class MonitorTab {

    private static final int OF_ASSET = 50;
    private static final int DRAWN = 100;
    private static final int POINTS = 60;

    private final HostMonitors hosts;
    private final Monitors monitors;
    private final KnownMonitors known;
    private final Permitted permitted;
    private final Templates templates;
    private final Clock clock;

    MonitorTab(
            HostMonitors hosts,
            Monitors monitors,
            KnownMonitors known,
            Permitted permitted,
            Templates templates,
            Clock clock) {
        this.hosts = hosts;
        this.monitors = monitors;
        this.known = known;
        this.permitted = permitted;
        this.templates = templates;
        this.clock = clock;
    }

    /** Of a host and all that is on it, with the first value of each over a day. */
    HostTabs.Shown ofHost(String host, Wording wording) {
        List<Monitor> found = allowed() ? hosts.of(host, known.reach()) : List.of();
        Instant now = clock.instant();
        TimeWindow window = new TimeWindow(now.minus(TimeRange.DAY.length()), now);
        Map<Long, Sparkline> lines = new HashMap<>();
        hosts.firstValues(
                        found.subList(0, Math.min(DRAWN, found.size())),
                        window.from(),
                        window.to(),
                        POINTS)
                .forEach((id, line) -> {
                    Sparkline drawn = Sparkline.of(line, window);
                    if (drawn != null) {
                        lines.put(id, drawn);
                    }
                });
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("wording", wording);
        parameters.put("host", host);
        parameters.put("monitors", found.stream().map(this::line).toList());
        parameters.put("lines", lines);
        return new HostTabs.Shown(templates.content("host/monitors", parameters), found.size());
    }

    /** Of one asset, the worst first. */
    List<MonitorLine> ofAsset(String asset) {
        return allowed()
                ? monitors
                        .find(
                                new MonitorQuery(asset, null, null, null, Set.of(), 0, OF_ASSET),
                                known.reach())
                        .stream()
                        .map(this::line)
                        .sorted(Comparator.comparing(MonitorLine::condition))
                        .toList()
                : List.of();
    }

    private boolean allowed() {
        return permitted.mayAnywhere(Verb.READ, Part.MONITORING);
    }

    private MonitorLine line(Monitor one) {
        return new MonitorLine(one.condition(), known.wire(one));
    }
}
