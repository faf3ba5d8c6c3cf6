package dev.cadastre.server.change.keeping;

import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * An entry of a run's journal, as it is kept.
 *
 * @param kind what it says, {@code started} for one
 * @param line as the format of journals has it
 */
@NamedInterface("keeping")
public record JournalLine(int number, Instant at, String kind, String line) {}
