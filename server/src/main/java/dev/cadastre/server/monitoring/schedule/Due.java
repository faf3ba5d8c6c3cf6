package dev.cadastre.server.monitoring.schedule;

/**
 * Somebody's turn.
 *
 * @param monitor the monitor
 * @param at when it is its turn, in nanoseconds on the agenda's scale
 */
public record Due(long monitor, long at) {}
