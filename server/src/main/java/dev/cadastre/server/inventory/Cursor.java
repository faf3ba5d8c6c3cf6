package dev.cadastre.server.inventory;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The place in a list at which a page ended, in a form that callers need not understand. */
final class Cursor {

    private static final String SEPARATOR = "\n";

    private Cursor() {}

    static String of(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** The parts, or null for the first page. */
    static @Nullable List<String> parts(@Nullable String cursor, int count) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = List.of(decode(cursor).split(SEPARATOR, -1));
        if (parts.size() != count) {
            throw new InvalidCursor(cursor);
        }
        return parts;
    }

    static int number(String cursor, String part) {
        try {
            return Integer.parseInt(part);
        } catch (NumberFormatException e) {
            throw new InvalidCursor(cursor, e);
        }
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidCursor(cursor, e);
        }
    }
}
