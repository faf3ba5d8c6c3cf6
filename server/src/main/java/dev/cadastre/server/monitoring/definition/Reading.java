package dev.cadastre.server.monitoring.definition;

import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorProblem;
import java.util.List;

/** What came of reading a definition. */
public sealed interface Reading {

    /** It is a definition. */
    record Complete(MonitorDefinition definition) implements Reading {}

    /** It is not; all that is wrong with it, at least one. */
    record Refused(List<MonitorProblem> problems) implements Reading {

        /** Copies the problems. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
