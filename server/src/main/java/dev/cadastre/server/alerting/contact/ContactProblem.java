package dev.cadastre.server.alerting.contact;

/**
 * Something wrong with how a team is reached.
 *
 * @param key the key it is about
 * @param message what is wrong, beginning with the key
 * @param remedy what to write instead
 */
record ContactProblem(String key, String message, String remedy) {}
