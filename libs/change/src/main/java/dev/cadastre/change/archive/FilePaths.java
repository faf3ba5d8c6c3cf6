package dev.cadastre.change.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * What files of a change, and of what is built like one, may be called, so that each host and each
 * archive can hold them. Pure.
 */
public final class FilePaths {

    /** By the bytes of UTF-8, which every language can do. */
    public static final Comparator<String> ORDER =
            (one, other) ->
                    Arrays.compareUnsigned(
                            one.getBytes(StandardCharsets.UTF_8),
                            other.getBytes(StandardCharsets.UTF_8));

    private static final int MOST_BYTES = 1000;
    private static final int MOST_BYTES_OF_A_PART = 255;

    private FilePaths() {}

    /**
     * Why a file cannot be called so, in words that follow "the name"; empty if it can.
     *
     * @param path from the folder, with {@code /} between its parts
     */
    public static Optional<String> problem(String path) {
        if (path.codePoints().anyMatch(FilePaths::isUnseen)) {
            return Optional.of("has a character that cannot be seen, or is no Unicode");
        }
        if (path.indexOf('\\') >= 0) {
            return Optional.of("has a backslash");
        }
        if (path.startsWith("/")) {
            return Optional.of("begins at the root");
        }
        return length(path) > MOST_BYTES
                ? Optional.of("is longer than " + MOST_BYTES + " bytes")
                : Arrays.stream(path.split("/", -1))
                        .flatMap(part -> partProblem(part).stream())
                        .findFirst();
    }

    private static Optional<String> partProblem(String part) {
        if (part.isEmpty() || part.equals(".") || part.equals("..")) {
            return Optional.of("has a part that is empty, . or ..");
        }
        return length(part) > MOST_BYTES_OF_A_PART
                ? Optional.of("has a part that is longer than " + MOST_BYTES_OF_A_PART + " bytes")
                : Optional.empty();
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Controls, what turns the direction of writing, and what stands for unreadable bytes. */
    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || c == 0xFFFD;
    }

    /** Fit for a message: short, and without what cannot be seen. */
    public static String shown(String path) {
        String start = path.length() > 200 ? path.substring(0, 200) + "…" : path;
        StringBuilder shown = new StringBuilder();
        start.codePoints().map(c -> isUnseen(c) ? '?' : c).forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
