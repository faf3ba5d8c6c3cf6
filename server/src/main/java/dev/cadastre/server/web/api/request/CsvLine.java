package dev.cadastre.server.web.api.request;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines of CSV (RFC 4180). A cell that a spreadsheet would take for a formula is made text. */
public final class CsvLine {

    private static final Pattern FORMULA = Pattern.compile("(?s)[=+@\\t\\r\\n-].*");
    private static final Pattern QUOTED = Pattern.compile("[,\"\\r\\n]");

    private CsvLine() {}

    /** The cells as a line with its end; null is an empty cell. */
    public static String of(@Nullable String... cells) {
        return Stream.of(cells).map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** One cell. */
    public static String cell(@Nullable String value) {
        if (value == null) {
            return "";
        }
        String safe = FORMULA.matcher(value).matches() ? "'" + value : value;
        return QUOTED.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
