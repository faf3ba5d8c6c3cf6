package dev.cadastre.api;

/**
 * A package of which some host has some version.
 *
 * @param versions how many different versions are installed
 * @param hosts on how many hosts
 */
public record PackageSummary(String name, String type, int versions, int hosts) {}
