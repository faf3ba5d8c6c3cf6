package dev.cadastre.server.web.api.request;

import dev.cadastre.probe.PackageType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ValueRange;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Understands the text of a query parameter. */
final class ParameterValue {

    private static final int LONGEST = 2_000;
    private static final ValueRange YEARS = ValueRange.of(1, 9999);

    private ParameterValue() {}

    /**
     * The text as a value of {@code type}.
     *
     * @throws IllegalArgumentException if it is none; the message is for the sender
     */
    static Object parse(Class<?> type, String text) {
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "It has at most " + LONGEST + " characters, none of them a control character.");
        }
        if (type == String.class) {
            return text;
        }
        if (type == Instant.class) {
            return instant(text);
        }
        if (type == Boolean.class) {
            return flag(text);
        }
        if (type == Integer.class) {
            return integer(text);
        }
        if (type == Limit.class) {
            return limit(text);
        }
        if (type == Port.class) {
            return port(text);
        }
        if (type == Cursor.class) {
            return Cursor.decode(text);
        }
        if (type == PackageType.class) {
            return packageType(text);
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        throw new IllegalStateException("Parameters have no type " + type);
    }

    private static Instant instant(String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            // RFC 3339 knows no others, and neither does the database know all of Java's.
            YEARS.checkValidValue(moment.getYear(), ChronoField.YEAR);
            return moment.toInstant();
        } catch (DateTimeException _) {
            throw new IllegalArgumentException(
                    "It is a time with offset as RFC 3339 writes it, 2026-05-04T14:00:00Z.");
        }
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("It is true or false.");
        };
    }

    private static Integer integer(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("It is a whole number.");
        }
    }

    private static Limit limit(String text) {
        try {
            return new Limit(Integer.parseInt(text));
        } catch (NumberFormatException _) {
            return new Limit(0);
        }
    }

    private static Port port(String text) {
        try {
            return new Port(Integer.parseInt(text));
        } catch (NumberFormatException _) {
            return new Port(0);
        }
    }

    private static PackageType packageType(String text) {
        return Arrays.stream(PackageType.values())
                .filter(type -> type.purlType().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "It is the type of a purl: deb, rpm, apk, pypi, npm …"));
    }

    private static Object constant(Class<?> type, String text) {
        Object[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("It is " + names(constants) + "."));
    }

    private static String names(Object[] constants) {
        return Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(" or "));
    }
}
