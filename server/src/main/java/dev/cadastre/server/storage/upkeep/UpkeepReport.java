package dev.cadastre.server.storage.upkeep;

import java.util.List;

/**
 * What keeps the register from growing for ever.
 *
 * @param jobs that forget what is past its time, by name
 * @param months of the tables that are divided into them, by table
 * @param tables how their room is used, the most deleted rows first
 */
public record UpkeepReport(List<JobState> jobs, List<Months> months, List<TableRoom> tables) {

    /** Copies the lists. */
    public UpkeepReport {
        jobs = List.copyOf(jobs);
        months = List.copyOf(months);
        tables = List.copyOf(tables);
    }
}
