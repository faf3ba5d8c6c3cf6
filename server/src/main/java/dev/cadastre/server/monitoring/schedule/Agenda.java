package dev.cadastre.server.monitoring.schedule;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn is when. Each monitor has one next turn, or none while it is being checked. What is a
 * little late has its turn; what a pause made it miss is left out, and comes soon after in its
 * place, so that no pause is followed by a burst. Moments are nanoseconds on a scale that only goes
 * forward. Not thread-safe.
 */
final class Agenda {

    private static final Comparator<Due> ORDER =
            Comparator.comparingLong(Due::at).thenComparingLong(Due::monitor);

    /**
     * Nothing but a pause makes a turn later than that, since to take one costs next to nothing.
     */
    private static final long LATEST = Duration.ofSeconds(10).toNanos();

    private final Map<Long, Entry> entries = new HashMap<>();
    private final NavigableSet<Due> turns = new TreeSet<>(ORDER);

    /**
     * @param due its next turn; null while it is being checked
     */
    private record Entry(Rhythm rhythm, @Nullable Due due) {}

    /** Adds a monitor, or gives it another rhythm. */
    void put(long monitor, Rhythm rhythm, long now) {
        Entry before = entries.get(monitor);
        if (before == null) {
            set(monitor, rhythm, rhythm.after(now));
        } else if (before.due() == null) {
            entries.put(monitor, new Entry(rhythm, null));
        } else if (!before.rhythm().equals(rhythm)) {
            set(monitor, rhythm, rhythm.after(now));
        }
    }

    /** Forgets a monitor. */
    void remove(long monitor) {
        Entry before = entries.remove(monitor);
        if (before != null && before.due() != null) {
            turns.remove(before.due());
        }
    }

    /**
     * Has it checked next at a moment rather than in its turn, if that is sooner.
     *
     * @return whether there is such a monitor, which may be being checked
     */
    boolean hasten(long monitor, long at) {
        Entry entry = entries.get(monitor);
        if (entry != null && entry.due() != null && entry.due().at() > at) {
            set(monitor, entry.rhythm(), at);
        }
        return entry != null;
    }

    /** Whose turn it is, the longest overdue first; it has none until it was {@link #checked}. */
    Optional<Due> take(long now) {
        while (!turns.isEmpty() && turns.first().at() <= now) {
            Due due = turns.removeFirst();
            Rhythm rhythm = Objects.requireNonNull(entries.get(due.monitor())).rhythm();
            if (now - due.at() <= LATEST) {
                entries.put(due.monitor(), new Entry(rhythm, null));
                return Optional.of(due);
            }
            set(due.monitor(), rhythm, rhythm.soonAfter(now));
        }
        return Optional.empty();
    }

    /** It has been checked, and comes again in its turn. */
    void checked(long monitor, long now) {
        Entry entry = entries.get(monitor);
        if (entry != null && entry.due() == null) {
            set(monitor, entry.rhythm(), entry.rhythm().after(now));
        }
    }

    /** When the next turn is; empty if nobody has any. */
    OptionalLong next() {
        return turns.isEmpty() ? OptionalLong.empty() : OptionalLong.of(turns.first().at());
    }

    int size() {
        return entries.size();
    }

    private void set(long monitor, Rhythm rhythm, long at) {
        Due due = new Due(monitor, at);
        Entry before = entries.put(monitor, new Entry(rhythm, due));
        if (before != null && before.due() != null) {
            turns.remove(before.due());
        }
        turns.add(due);
    }
}
