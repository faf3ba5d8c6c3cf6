package dev.cadastre.api.run;

/**
 * That more is known of a run, as it is told to those who listen.
 *
 * @param revision the number of the last entry of its journal
 */
public record RunTold(long id, int revision, RunStatus status, RunPhase phase) {}
