package dev.cadastre.api.run;

import java.time.Instant;

/**
 * An entry of a run's journal.
 *
 * @param number from 1, without gaps
 * @param kind what it says, {@code started} for one
 * @param line all that it says, as the format of journals has it
 */
public record RunEntry(int number, Instant at, String kind, String line) {}
