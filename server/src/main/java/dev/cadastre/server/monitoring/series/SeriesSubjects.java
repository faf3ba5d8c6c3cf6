package dev.cadastre.server.monitoring.series;

import java.util.Optional;

/** Knows monitors. Asked often and by several threads, so that it answers from memory. */
@FunctionalInterface
public interface SeriesSubjects {

    /** What is to be known of a monitor; empty if there is none of this number, or no longer. */
    Optional<SeriesSubject> find(long monitor);
}
