package dev.cadastre.server.web.page;

import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The moments that forms send: RFC 3339, or, without the page's script, a local time taken as UTC.
 */
final class Moments {

    private Moments() {}

    static @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    ProblemKind.PARAMETERS_BAD,
                    "“%s” is not a time.".formatted(text),
                    "Write it as 2026-11-21T14:00:00Z.");
        }
    }
}
