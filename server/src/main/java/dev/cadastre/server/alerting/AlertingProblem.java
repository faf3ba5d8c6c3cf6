package dev.cadastre.server.alerting;

/**
 * One of the things that are wrong with what was said of incidents, silences or alerts.
 *
 * @param code stable, for programs
 * @param place the key it is about, such as {@code ends}; may be empty
 * @param message what is wrong, as a sentence
 * @param remedy what to do, as a sentence
 */
public record AlertingProblem(String code, String place, String message, String remedy) {}
