package dev.cadastre.query;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison compares with, as it was understood. Each keeps the text as it was written, so
 * that a caller who knows better can read it in another way. {@code toString} is how it is written
 * in a query.
 */
public sealed interface Operand {
    /** As it was written, without quotes. */
    String text();

    /**
     * What a text means as an operand of that kind; null if it is none.
     *
     * <p>A number has at most 40 digits. A duration names its units from the longest to the
     * shortest, each once. A time has a {@code Z} or an offset.
     */
    static @Nullable Operand read(OperandKind kind, String text) {
        return OperandReader.read(kind, text);
    }

    /** A version, not yet understood. */
    record Version(String text) implements Operand {
        @Override
        public String toString() {
            return Quoting.value(text);
        }
    }

    /**
     * A number, perhaps with a unit.
     *
     * @param value in bytes if the unit says so, otherwise the number as it stands
     */
    record Quantity(String text, BigDecimal value, Unit unit) implements Operand {
        @Override
        public String toString() {
            return Quoting.value(text);
        }
    }

    /** What a number counts. */
    enum Unit {
        /** Nothing was said. */
        NONE,
        /** Bytes, written as {@code B, kB, MB, GB, TB, PB, KiB, MiB, GiB, TiB} or {@code PiB}. */
        BYTES,
        /** Per cent, written as {@code %}. */
        PERCENT
    }

    /** A length of time; at most some billions of years, so that it can be subtracted. */
    record Span(String text, Duration duration) implements Operand {
        @Override
        public String toString() {
            return Quoting.value(text);
        }
    }

    /** A moment. */
    record Moment(String text, Instant instant) implements Operand {
        @Override
        public String toString() {
            return Quoting.value(text);
        }
    }

    /** A whole day, in the time zone that the caller thinks fit. */
    record Day(String text, LocalDate date) implements Operand {
        @Override
        public String toString() {
            return Quoting.value(text);
        }
    }

    /** A text. */
    record Text(String text) implements Operand {
        @Override
        public String toString() {
            return Quoting.value(text);
        }
    }
}
