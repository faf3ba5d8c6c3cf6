package dev.cadastre.server.web.api.monitor;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.defining.Definitions;
import dev.cadastre.server.monitoring.keeping.DefinitionRow;
import dev.cadastre.server.monitoring.watching.Monitor;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the monitor or definition that an address names, or says that there is none. */
@Component
public class KnownMonitors {

    private final Monitors monitors;
    private final Definitions definitions;
    private final Permitted permitted;

    KnownMonitors(Monitors monitors, Definitions definitions, Permitted permitted) {
        this.monitors = monitors;
        this.definitions = definitions;
        this.permitted = permitted;
    }

    /** The monitor with that id, if it may be seen. */
    public Monitor visible(long id) {
        return monitors.find(id, reach()).orElseThrow(() -> unknown(id));
    }

    /** As it is sent. */
    public dev.cadastre.api.monitor.Monitor wire(Monitor one) {
        return MonitorRecords.monitor(one, madeBy(one.row().definition()));
    }

    /** The definition of a monitor that may be seen. */
    public Optional<DefinitionRow> madeBy(long definition) {
        return definitions.find(definition, Reach.ALL);
    }

    DefinitionRow definition(long id) {
        return definitions
                .find(id, reach())
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemKind.MONITOR_UNKNOWN,
                                "There is no definition with the id " + id + ".",
                                "See /api/v1/monitor-definitions for those there are."));
    }

    /** What of monitors the actor may see. */
    public Reach reach() {
        return permitted.read(Part.MONITORING);
    }

    private static ProblemException unknown(long id) {
        return MonitorExplainer.of(ProblemKind.MONITOR_UNKNOWN, List.of(unknown("id", id)));
    }

    static MonitorProblem unknown(String place, long id) {
        return new MonitorProblem(
                "monitor.unknown",
                place,
                "There is no monitor with the id " + id + ".",
                "See /api/v1/monitors for those there are.");
    }
}
