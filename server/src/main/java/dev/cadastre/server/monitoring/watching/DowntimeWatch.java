package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.monitoring.downtime.Downtimes;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.monitoring.window.Coverage;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets downtimes begin and end. Thread-safe. */
@Component
class DowntimeWatch {

    private static final Logger log = LoggerFactory.getLogger(DowntimeWatch.class);

    private final Downtimes downtimes;
    private final MonitorBook book;
    private final Findings findings;
    private final Access access;

    DowntimeWatch(Downtimes downtimes, MonitorBook book, Findings findings, Access access) {
        this.downtimes = downtimes;
        this.book = book;
        this.findings = findings;
        this.access = access;
    }

    /** Looks which of them last. */
    @Scheduled(fixedDelay = 1_000)
    void look() {
        try {
            access.asSystem(this::follow);
        } catch (RuntimeException failure) {
            log.warn("Downtimes are looked at again later", failure);
        }
    }

    private void follow() {
        Coverage lasting = downtimes.lasting();
        Map<Long, Function<Watched, Standing>> changes = new HashMap<>();
        for (Watched one : lasting.isEmpty() ? book.inDowntime() : book.after(0)) {
            boolean may = may(one, lasting);
            if (may != one.standing().downtime()) {
                changes.put(
                        one.id(), known -> Findings.machine(known).downtime(known.standing(), may));
            }
        }
        findings.changeAll(changes);
    }

    /** Whether a monitor may find problems; what is not known ends nothing. */
    private static boolean may(Watched one, Coverage lasting) {
        return lasting.isAbout(one.row().asset(), one.row().host())
                || (one.standing().downtime() && !lasting.isWhole());
    }
}
