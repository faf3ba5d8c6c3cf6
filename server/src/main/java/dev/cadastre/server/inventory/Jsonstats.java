package dev.cadastre.server.inventory;

/**
 * A host's jsonstats server.
 *
 * @param url where it is
 * @param outcome how asking it went
 */
public record Jsonstats(String url, Outcome outcome) {}
