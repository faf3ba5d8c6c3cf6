package dev.cadastre.server.search;

/** Published in the transaction that changes what a saved query asks for. */
public record SavedQueriesChanged() {}
