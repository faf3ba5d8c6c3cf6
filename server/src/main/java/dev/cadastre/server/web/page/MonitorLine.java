package dev.cadastre.server.web.page;

import dev.cadastre.api.monitor.Monitor;
import dev.cadastre.server.monitoring.watching.Condition;

/**
 * A monitor as pages list it.
 *
 * @param condition what there is to say of it in a word
 * @param monitor all that the API tells of it
 */
public record MonitorLine(Condition condition, Monitor monitor) {}
