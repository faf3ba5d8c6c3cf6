package dev.cadastre.server.web.page.chart;

import dev.cadastre.server.monitoring.keeping.PastState;
import dev.cadastre.server.monitoring.watching.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was thought of something over time, in equal parts, each of which shows the worst.
 *
 * @param slots the parts
 * @param shares of each condition how long it lasted; those that did not occur are left out
 * @param unknown for how long nothing was known
 */
public record StateStrip(List<Slot> slots, Map<Condition, Share> shares, Share unknown) {

    /**
     * A part.
     *
     * @param worst the worst condition in it; null if nothing was known
     * @param words how long each lasted, in words
     */
    public record Slot(Instant from, Instant to, @Nullable Condition worst, String words) {

        /** The class that shows it. */
        public String mark() {
            return worst == null ? "none" : worst.word();
        }
    }

    /** How long something lasted, and which part of the time that is. */
    public record Share(Duration time, double percent) {

        static Share of(Duration time, Duration whole) {
            return new Share(time, 100.0 * time.toMillis() / whole.toMillis());
        }
    }

    /** Of the states of one monitor. */
    public static StateStrip of(List<PastState> past, TimeWindow window, int slots) {
        List<Map<Condition, Duration>> parts = new ArrayList<>();
        for (int i = 0; i < slots; i++) {
            parts.add(new EnumMap<>(Condition.class));
        }
        Duration size = window.length().dividedBy(slots);
        for (PastState one : past) {
            Instant from = later(one.since(), window.from());
            Instant to = one.until() == null ? window.to() : earlier(one.until(), window.to());
            Condition condition = Condition.of(true, one.standing());
            for (int i = place(from, window, size); i < slots && from.isBefore(to); i++) {
                Instant end = earlier(to, window.from().plus(size.multipliedBy(i + 1L)));
                parts.get(i).merge(condition, Duration.between(from, end), Duration::plus);
                from = later(from, end);
            }
        }
        return made(parts, window, size);
    }

    private static int place(Instant at, TimeWindow window, Duration size) {
        return (int) Duration.between(window.from(), at).dividedBy(size);
    }

    private static StateStrip made(
            List<Map<Condition, Duration>> parts, TimeWindow window, Duration size) {
        List<Slot> slots = new ArrayList<>();
        Map<Condition, Duration> all = new EnumMap<>(Condition.class);
        for (int i = 0; i < parts.size(); i++) {
            Instant from = window.from().plus(size.multipliedBy(i));
            Map<Condition, Duration> part = parts.get(i);
            slots.add(new Slot(from, from.plus(size), worst(part), words(part)));
            part.forEach((condition, time) -> all.merge(condition, time, Duration::plus));
        }
        Map<Condition, Share> shares = new EnumMap<>(Condition.class);
        all.forEach((condition, time) -> shares.put(condition, Share.of(time, window.length())));
        Duration known = all.values().stream().reduce(Duration.ZERO, Duration::plus);
        return new StateStrip(
                slots, shares, Share.of(window.length().minus(known), window.length()));
    }

    /** What was OK at times was not waiting to be checked all the time. */
    private static @Nullable Condition worst(Map<Condition, Duration> part) {
        List<Condition> known =
                part.entrySet().stream()
                        .filter(one -> one.getValue().isPositive())
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        if (known.isEmpty()) {
            return null;
        }
        return known.getFirst() == Condition.PENDING ? known.getLast() : known.getFirst();
    }

    private static String words(Map<Condition, Duration> part) {
        String words =
                part.entrySet().stream()
                        .filter(one -> one.getValue().isPositive())
                        .map(one -> one.getKey().word() + " " + brief(one.getValue()))
                        .collect(Collectors.joining(", "));
        return words.isEmpty() ? "not known" : words;
    }

    /** {@code 4 min}; below a minute in seconds. */
    public static String brief(Duration time) {
        if (time.compareTo(Duration.ofMinutes(2)) < 0) {
            return time.toSeconds() + " s";
        }
        if (time.compareTo(Duration.ofHours(2)) < 0) {
            return time.toMinutes() + " min";
        }
        return time.compareTo(Duration.ofDays(2)) < 0
                ? time.toHours() + " h"
                : time.toDays() + " days";
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
