package dev.cadastre.change.host;

import dev.cadastre.change.run.Lock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of a lock, as a host tells them, which may be anything. Not thread-safe. */
final class LockText {

    private static final int MOST_LINES = 20;

    private final List<String> lines = new ArrayList<>();

    void add(String line) {
        if (lines.size() < MOST_LINES) {
            lines.add(line);
        }
    }

    /** What the lock says; null if that is nothing. */
    @Nullable Lock lock() {
        Map<String, String> fields = new HashMap<>();
        for (String line : lines) {
            int blank = line.indexOf(' ');
            if (blank > 0) {
                fields.putIfAbsent(line.substring(0, blank), line.substring(blank + 1).strip());
            }
        }
        String run = fields.get("run");
        return run == null
                ? null
                : new Lock(
                        run,
                        fields.getOrDefault("who", ""),
                        instant(fields.getOrDefault("since", "")),
                        fields.getOrDefault("message", ""));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
