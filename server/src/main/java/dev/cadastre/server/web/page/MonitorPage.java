package dev.cadastre.server.web.page;

import dev.cadastre.api.TimelineEvent;
import dev.cadastre.api.map.Asset;
import dev.cadastre.api.monitor.Monitor;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.monitoring.keeping.PastState;
import dev.cadastre.server.monitoring.window.Window;
import dev.cadastre.server.web.page.chart.ChangeMark;
import dev.cadastre.server.web.page.chart.Chart;
import dev.cadastre.server.web.page.chart.StateStrip;
import dev.cadastre.server.web.page.chart.TimeRange;
import dev.cadastre.server.web.page.chart.TimeWindow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one monitor.
 *
 * @param line it, and what there is to say of it in a word
 * @param asset what it checks; null if the reader may not see the map, or it is not there
 * @param incident the incident that it belongs to; null if it has no problem, or the reader may not
 *     see incidents
 * @param past what was thought of it over time
 * @param measured what it measured over time
 * @param changes what changed there in that time, the newest first
 * @param work what may be done with it
 */
public record MonitorPage(
        MonitorLine line,
        @Nullable Asset asset,
        @Nullable Incident incident,
        Past past,
        Measured measured,
        List<TimelineEvent> changes,
        Work work) {

    /**
     * What was thought of it over time.
     *
     * @param range how far one looks back
     * @param strip all of it
     * @param states the last of it, the newest first
     * @param omitted how many are left out of these
     */
    public record Past(TimeRange range, StateStrip strip, List<PastState> states, int omitted) {}

    /**
     * What it measured over time.
     *
     * @param window the time
     * @param charts the values, each by itself
     * @param omitted how many values are left out
     * @param marks what changed meanwhile
     */
    public record Measured(
            TimeWindow window, List<Chart> charts, int omitted, List<ChangeMark> marks) {}

    /**
     * What may be done with it.
     *
     * @param check whether the reader may have it checked now
     * @param write whether the reader may change what is checked
     * @param fixed why it cannot be switched by itself, and where it can; null if it can
     * @param downtimes those of its asset, and those that are in force for it
     * @param form the downtime that somebody is about to write
     * @param faults what is wrong with it
     */
    public record Work(
            boolean check,
            boolean write,
            @Nullable String fixed,
            List<Window> downtimes,
            DowntimeForm form,
            FormFaults faults) {}

    /** All that the API tells of it. */
    public Monitor monitor() {
        return line.monitor();
    }

    /** What people call what it checks. */
    public String assetName() {
        return asset == null ? monitor().asset() : MapWording.name(asset);
    }

    /** The page over another time. */
    public String over(TimeRange range) {
        return Links.to(MonitorWording.toMonitor(monitor()), "range", range.word());
    }
}
