package dev.cadastre.server.web.page;

import dev.cadastre.server.monitoring.window.NewWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A downtime as it stands in a form; what a request lacks is empty.
 *
 * @param begins when it begins; empty for now
 * @param ends when it ends
 * @param reason why
 */
public record DowntimeForm(String begins, String ends, String reason) {

    static final DowntimeForm EMPTY = new DowntimeForm("", "", "");

    private static final Duration USUAL = Duration.ofHours(2);

    /** What a request lacks is empty. */
    public DowntimeForm {
        begins = Objects.requireNonNullElse(begins, "");
        ends = Objects.requireNonNullElse(ends, "");
        reason = Objects.requireNonNullElse(reason, "");
    }

    /** For that asset; without an end it lasts as long as most do. */
    NewWindow of(String asset, Instant now) {
        Instant begin = Moments.parse(begins);
        Instant end = Moments.parse(ends);
        return new NewWindow(
                asset,
                null,
                begin,
                end == null ? Objects.requireNonNullElse(begin, now).plus(USUAL) : end,
                reason);
    }

    /** The value of a field for a time; empty if it is none. */
    public static String input(String text, Wording wording) {
        return text.matches("[0-9TZ:.+-]{10,40}") && text.endsWith("Z")
                ? wording.input(Instant.parse(text))
                : text;
    }

    /** The field for the place that a problem names. */
    static String field(@Nullable String place) {
        return switch (Objects.requireNonNullElse(place, "")) {
            case "begins", "ends", "reason" -> Objects.requireNonNull(place);
            default -> "";
        };
    }
}
