package dev.cadastre.server.storage.health;

import dev.cadastre.server.storage.Continuity;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the clocks. */
@Component
class ClockHealth implements Examination {

    private final JdbcClient jdbc;
    private final Continuity continuity;
    private final Clock clock;

    ClockHealth(JdbcClient jdbc, Continuity continuity, Clock clock) {
        this.jdbc = jdbc;
        this.continuity = continuity;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        Instant database =
                jdbc.sql("select clock_timestamp()").query(Timestamp.class).single().toInstant();
        return ClockFindings.of(clock.instant(), database, continuity.begun(), continuity.since());
    }
}
