package dev.cadastre.server.alerting.telling;

/**
 * A team that a notice did not reach: all that was sent to it was given up.
 *
 * @param team its name
 * @param why what came of the last attempt, as a sentence
 */
public record Unreached(String team, String why) {}
