package dev.cadastre.server.monitoring.watching;

import java.time.Instant;
import org.roaringbitmap.RoaringBitmap;

/** What the register says to the question of a definition. */
sealed interface KnownAnswer {

    /**
     * It names those with the problem.
     *
     * @param hosts their ordinals
     * @param breached what is said of them, as a sentence without its end
     * @param kept what is said of all others
     * @param at when it was found out
     */
    record Known(RoaringBitmap hosts, String breached, String kept, Instant at)
            implements KnownAnswer {}

    /**
     * It says nothing of any host.
     *
     * @param why as a sentence
     */
    record Unanswered(String why) implements KnownAnswer {}

    /** It was not found out yet, and will be soon. */
    record NotYet() implements KnownAnswer {}
}
