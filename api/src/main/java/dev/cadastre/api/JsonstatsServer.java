package dev.cadastre.api;

/**
 * A jsonstats server that is asked about a host.
 *
 * @param url where it is
 * @param outcome how asking it last went
 */
public record JsonstatsServer(String url, Outcome outcome) {}
