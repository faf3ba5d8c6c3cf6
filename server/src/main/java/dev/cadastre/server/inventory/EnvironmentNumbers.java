package dev.cadastre.server.inventory;

/**
 * How the living hosts of an environment are.
 *
 * @param name the environment
 * @param hosts how many there are
 * @param failing how many of them fail to be collected
 * @param stale how many of them were not heard of for three intervals of collection
 */
public record EnvironmentNumbers(String name, int hosts, int failing, int stale) {}
