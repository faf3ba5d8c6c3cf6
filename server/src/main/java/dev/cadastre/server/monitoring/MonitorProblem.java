package dev.cadastre.server.monitoring;

/**
 * One of the things that are wrong with what was said of monitors.
 *
 * @param code stable, for programs
 * @param place the key it is about, such as {@code interval}; may be empty
 * @param message what is wrong, as a sentence
 * @param remedy what to do, as a sentence
 */
public record MonitorProblem(String code, String place, String message, String remedy) {}
