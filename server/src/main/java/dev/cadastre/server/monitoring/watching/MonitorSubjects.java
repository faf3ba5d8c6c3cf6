package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.monitoring.MonitorsChanged;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.monitoring.series.Series;
import dev.cadastre.server.monitoring.series.SeriesSubject;
import dev.cadastre.server.monitoring.series.SeriesSubjects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells series what they belong to, and has those forgotten whose monitors ended. Thread-safe. */
@Component
class MonitorSubjects implements SeriesSubjects {

    private final MonitorBook book;
    private final Series series;

    MonitorSubjects(MonitorBook book, Series series) {
        this.book = book;
        this.series = series;
    }

    @Override
    public Optional<SeriesSubject> find(long monitor) {
        return book.find(monitor).map(MonitorSubjects::subject);
    }

    private static SeriesSubject subject(Watched one) {
        return new SeriesSubject(
                one.row().name(),
                one.row().asset(),
                one.row().environment(),
                one.definition().interval());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void changed(MonitorsChanged changed) {
        changed.ended().forEach(series::forget);
    }
}
