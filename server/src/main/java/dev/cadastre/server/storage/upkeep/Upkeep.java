package dev.cadastre.server.storage.upkeep;

import org.springframework.stereotype.Service;

/**
 * Tells how what keeps the register small goes on. Thread-safe; whether one may ask is not asked.
 */
@Service
public class Upkeep {

    private final Jobs jobs;
    private final TableUpkeep tables;

    Upkeep(Jobs jobs, TableUpkeep tables) {
        this.jobs = jobs;
        this.tables = tables;
    }

    /** As it is now. */
    public UpkeepReport report() {
        return new UpkeepReport(jobs.forgetting(), tables.divided(), tables.rooms());
    }
}
