package dev.cadastre.server.web.page;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.monitoring.definition.Draft;
import dev.cadastre.server.monitoring.downtime.Downtimes;
import dev.cadastre.server.monitoring.keeping.DefinitionRow;
import dev.cadastre.server.monitoring.watching.Monitor;
import dev.cadastre.server.monitoring.window.Window;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.monitor.KnownMonitors;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the reader may do with a monitor. */
@Component
class MonitorWork {

    private final Downtimes downtimes;
    private final KnownMonitors known;
    private final Permitted permitted;
    private final Clock clock;

    MonitorWork(Downtimes downtimes, KnownMonitors known, Permitted permitted, Clock clock) {
        this.downtimes = downtimes;
        this.known = known;
        this.permitted = permitted;
        this.clock = clock;
    }

    /** Of a monitor, with a form as it was sent. */
    MonitorPage.Work of(Monitor one, DowntimeForm form, FormFaults faults) {
        String environment = one.row().environment();
        boolean checked =
                one.definition().enabled()
                        && !one.definition().kind().isTold()
                        && !one.definition().kind().isKnown();
        return new MonitorPage.Work(
                checked && permitted.may(Verb.RUN, Part.MONITORING, environment),
                permitted.may(Verb.WRITE, Part.MONITORING, environment),
                known.madeBy(one.row().definition()).map(MonitorWork::fixed).orElse(null),
                downtimes(one),
                form,
                faults);
    }

    private static @Nullable String fixed(DefinitionRow row) {
        if (row.file() != null) {
            return "The estate file states it, in %s, line %d, and only the file changes it."
                    .formatted(row.file(), row.line());
        }
        return row.draft()
                .value(Draft.Q)
                .map(q ->
                        ("Definition %d makes it and all others of hosts that “%s” finds; it is"
                                        + " changed with all of them, by the API or at the command line.")
                                .formatted(row.id(), q))
                .orElse(null);
    }

    /** A query's downtime may cover others than this monitor; those are left out. */
    private List<Window> downtimes(Monitor one) {
        return downtimes.current(known.reach()).stream()
                .filter(downtime -> concerns(downtime, one))
                .toList();
    }

    private boolean concerns(Window downtime, Monitor one) {
        String asset = downtime.asset();
        if (asset == null) {
            return one.standing().downtime() && !downtime.begins().isAfter(clock.instant());
        }
        String of = one.row().asset();
        return asset.equals(of)
                || (asset.startsWith("host:") && of.endsWith("@" + asset.substring(5)));
    }
}
