package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.monitoring.MonitorDefinition;

/** Asks the register what definitions want to know. */
@FunctionalInterface
interface KnownQuestions {

    /** One answer for all monitors of a definition of facts or rules. */
    KnownAnswer ask(MonitorDefinition definition);
}
