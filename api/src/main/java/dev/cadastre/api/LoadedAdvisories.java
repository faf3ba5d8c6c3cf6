package dev.cadastre.api;

/**
 * What a file of advisories held.
 *
 * @param advisories how many
 * @param withdrawn how many of them are taken back
 * @param packages how many packages they name
 * @param unmatched how many of these are of ecosystems whose packages hosts do not report
 */
public record LoadedAdvisories(int advisories, int withdrawn, int packages, int unmatched) {}
