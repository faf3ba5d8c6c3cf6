package dev.cadastre.server.web.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How much of the audit list those who are not signed in may fill: so many lines per address and
 * minute. What is beyond is still refused, but not written down. Thread-safe.
 */
@Component
class VisitorQuota {

    private static final int LINES = 20;
    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final int MOST_COUNTED = 1_000;

    private record Span(Instant begin, int lines) {}

    private final Clock clock;

    private final Map<String, Span> spans =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Span> eldest) {
                    return size() > MOST_COUNTED;
                }
            };

    VisitorQuota(Clock clock) {
        this.clock = clock;
    }

    /** Whether one more line about that address is to be written. */
    synchronized boolean admit(String address) {
        Instant now = clock.instant();
        Span span = spans.get(address);
        Span next =
                span == null || span.begin().plus(SPAN).isBefore(now)
                        ? new Span(now, 1)
                        : new Span(span.begin(), span.lines() + 1);
        spans.put(address, next);
        return next.lines() <= LINES;
    }
}
