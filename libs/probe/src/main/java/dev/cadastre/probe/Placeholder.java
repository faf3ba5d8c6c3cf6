package dev.cadastre.probe;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What vendors, images and clouds write where an identity should be. */
final class Placeholder {

    private static final Set<String> KNOWN =
            Set.of(
                    "default string",
                    "not specified",
                    "not available",
                    "not applicable",
                    "none",
                    "(none)",
                    "null",
                    "n/a",
                    "na",
                    "unknown",
                    "empty",
                    "invalid",
                    "oem",
                    "o.e.m.",
                    "to be filled by o.e.m",
                    "to be filled by o.e.m.",
                    "to be filled by oem",
                    "system serial number",
                    "serial number",
                    "chassis serial number",
                    "board serial number",
                    "system product name",
                    "system manufacturer",
                    "uninitialized",
                    "0123456789",
                    "123456789",
                    "1234567890",
                    "03000200-0400-0500-0006-000700080009",
                    "12345678-1234-5678-90ab-cddeefaabbcc",
                    "iid-datasource-none",
                    "iid-local01",
                    "nocloud",
                    "localhost",
                    "localhost.localdomain",
                    "localhost6.localdomain6");

    private Placeholder() {}

    /** The cleaned value, null if it tells nothing. */
    static @Nullable String removed(@Nullable String text) {
        String value = Cleaned.value(text);
        return value == null || matches(value) ? null : value;
    }

    private static boolean matches(String value) {
        return KNOWN.contains(value.toLowerCase(Locale.ROOT)) || oneCharacterOnly(value);
    }

    private static boolean oneCharacterOnly(String value) {
        return value.chars().filter(c -> c != '-' && c != ' ' && c != '.').distinct().count() <= 1;
    }
}
