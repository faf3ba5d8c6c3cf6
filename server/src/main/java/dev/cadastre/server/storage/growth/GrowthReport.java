package dev.cadastre.server.storage.growth;

import java.time.Instant;
import java.util.List;

/**
 * What takes how much room.
 *
 * @param at when that was measured
 * @param tables by size, the largest first
 * @param folders by size, the largest first
 * @param disk the disk below the home
 */
public record GrowthReport(Instant at, List<Taken> tables, List<Taken> folders, DiskRoom disk) {

    /** Copies the lists. */
    public GrowthReport {
        tables = List.copyOf(tables);
        folders = List.copyOf(folders);
    }
}
