package dev.cadastre.api;

/**
 * What a saved query is to be.
 *
 * @param q the query; it may mention other saved ones, but not itself
 */
public record SavedQueryDefinition(String q) {}
