package dev.cadastre.api.monitor;

/**
 * What is gone.
 *
 * @param monitors how many monitors
 */
public record RemovedMonitors(long monitors) {}
