package dev.cadastre.server.web.page.chart;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The times that pages can look back over. */
public enum TimeRange {
    HOUR("1h", "hour", Duration.ofHours(1), 60),
    DAY("24h", "24 hours", Duration.ofHours(24), 96),
    WEEK("7d", "7 days", Duration.ofDays(7), 84),
    MONTH("30d", "30 days", Duration.ofDays(30), 90),
    YEAR("1y", "year", Duration.ofDays(365), 73);

    public static final List<TimeRange> ALL = List.of(values());

    private final String word;
    private final String words;
    private final Duration length;
    private final int slots;

    TimeRange(String word, String words, Duration length, int slots) {
        this.word = word;
        this.words = words;
        this.length = length;
        this.slots = slots;
    }

    /** The one with that word, as in addresses. */
    public static Optional<TimeRange> ofWord(String word) {
        return Arrays.stream(values()).filter(range -> range.word.equals(word)).findFirst();
    }

    /** {@code 24h}. */
    public String word() {
        return word;
    }

    /** Behind “the last”: {@code 24 hours}. */
    public String words() {
        return words;
    }

    /** How long it is. */
    public Duration length() {
        return length;
    }

    /** Into how many equal parts a strip divides it. */
    public int slots() {
        return slots;
    }
}
