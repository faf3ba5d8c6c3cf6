package dev.cadastre.api.monitor;

/**
 * What somebody found of a monitor.
 *
 * @param state what it says
 * @param output as a plug-in prints it: one line, performance data behind a bar, further lines
 */
public record MonitorResult(ResultState state, String output) {}
