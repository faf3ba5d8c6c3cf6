package dev.cadastre.api.monitor;

/**
 * What was taken.
 *
 * @param results how many results
 */
public record ResultsReceipt(int results) {}
