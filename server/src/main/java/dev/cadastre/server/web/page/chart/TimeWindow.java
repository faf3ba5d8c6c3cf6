package dev.cadastre.server.web.page.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A time that something is drawn over, from left to right. */
public record TimeWindow(Instant from, Instant to) {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MM-dd").withZone(ZoneOffset.UTC);
    private static final List<Duration> STEPS =
            List.of(
                    Duration.ofMinutes(10),
                    Duration.ofHours(4),
                    Duration.ofDays(1),
                    Duration.ofDays(5),
                    Duration.ofDays(61));
    private static final int MOST_TICKS = 8;

    /** A moment below the drawing, and where. */
    public record Tick(Instant at, String percent, String text) {}

    /** Which share of it has passed at a moment; below 0 before it, and above 1 behind it. */
    double share(Instant at) {
        return (double) Duration.between(from, at).toMillis() / length().toMillis();
    }

    Duration length() {
        return Duration.between(from, to);
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    /** Where a moment is drawn: {@code 33.25%}. */
    public String percent(Instant at) {
        return BigDecimal.valueOf(share(at) * 100)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    /** Round moments, in UTC; those at the edges, where their text finds no room, are left out. */
    public List<Tick> ticks() {
        Duration step =
                STEPS.stream()
                        .filter(one -> length().dividedBy(one) <= MOST_TICKS)
                        .findFirst()
                        .orElse(STEPS.getLast());
        DateTimeFormatter format = step.compareTo(Duration.ofDays(1)) < 0 ? CLOCK : DAY;
        long size = step.toSeconds();
        List<Tick> ticks = new ArrayList<>();
        for (long at = (from.getEpochSecond() / size + 1) * size;
                at < to.getEpochSecond();
                at += size) {
            Instant moment = Instant.ofEpochSecond(at);
            if (share(moment) > 0.03 && share(moment) < 0.97) {
                ticks.add(new Tick(moment, percent(moment), format.format(moment)));
            }
        }
        return ticks;
    }
}
