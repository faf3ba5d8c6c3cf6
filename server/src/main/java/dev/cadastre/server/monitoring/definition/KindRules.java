package dev.cadastre.server.monitoring.definition;

import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.MonitorProblem;
import java.util.List;
import java.util.Map;

/** Says what is wrong with the settings of a kind; parameters in them are not known yet. */
@FunctionalInterface
public interface KindRules {

    /** All that is wrong; the place is the name of the setting. */
    List<MonitorProblem> problems(MonitorKind kind, Map<String, String> settings);
}
