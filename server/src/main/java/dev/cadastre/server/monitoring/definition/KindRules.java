package dev.cadastre.server.monitoring.definition;

import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.MonitorProblem;
import java.util.List;
import java.util.Map;

/** Says what is wrong with what kinds are told; parameters in it are not known yet. */
@FunctionalInterface
public interface KindRules {

    /** All that is wrong with settings; the place is the name of the setting. */
    List<MonitorProblem> problems(MonitorKind kind, Map<String, String> settings);

    /**
     * Why a definition's command would not be run. What was said before somebody forbade that is
     * kept, and its checks tell.
     */
    default List<MonitorProblem> obstacles(MonitorDefinition definition) {
        return List.of();
    }
}
