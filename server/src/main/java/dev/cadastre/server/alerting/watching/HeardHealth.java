package dev.cadastre.server.alerting.watching;

import dev.cadastre.server.storage.health.Examination;
import dev.cadastre.server.storage.health.Finding;
import dev.cadastre.server.storage.health.FindingKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether what monitors and other systems find becomes incidents. */
@Component
class HeardHealth implements Examination {

    private static final Duration LONG = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    HeardHealth(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        return jdbc.sql("select count(*) as waiting from alerting.heard where at < ?")
                .param(Timestamp.from(clock.instant().minus(LONG)))
                .query((row, _) -> findings(row.getLong("waiting")))
                .single();
    }

    /** Pure. */
    static List<Finding> findings(long waiting) {
        return waiting == 0
                ? List.of()
                : List.of(
                        Finding.error(
                                FindingKind.HEARD_WAITING,
                                "incidents",
                                "Changes that have waited to become incidents for more than 15"
                                        + " minutes: "
                                        + waiting));
    }
}
