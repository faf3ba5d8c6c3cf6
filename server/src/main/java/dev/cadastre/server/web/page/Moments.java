package dev.cadastre.server.web.page;

import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ValueRange;
import org.jspecify.annotations.Nullable;

/**
 * The moments that forms send: RFC 3339, or, without the page's script, a local time taken as UTC.
 */
final class Moments {

    private static final ValueRange YEARS = ValueRange.of(1, 9999);

    private Moments() {}

    static @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
            LocalDateTime moment = LocalDateTime.parse(local);
            YEARS.checkValidValue(moment.getYear(), ChronoField.YEAR);
            return moment.toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new ProblemException(
                    ProblemKind.PARAMETERS_BAD,
                    "“%s” is not a time.".formatted(text),
                    "Write it as 2026-11-21T14:00:00Z.");
        }
    }
}
