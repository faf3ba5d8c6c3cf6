package dev.cadastre.api.map;

import java.util.List;

/**
 * Relations that are said together, all of them or none.
 *
 * @param items at most 10,000
 */
public record RelationDefinitions(List<RelationDefinition> items) {}
