package dev.cadastre.probe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The assignments of an os-release(5) file, which are shell-compatible. */
final class OsRelease {

    private final Map<String, String> values;

    private OsRelease(Map<String, String> values) {
        this.values = values;
    }

    static OsRelease parse(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0 && line.charAt(0) != '#') {
                values.put(line.substring(0, equals).strip(), unquoted(line.substring(equals + 1)));
            }
        }
        return new OsRelease(values);
    }

    @Nullable String value(String key) {
        return Cleaned.value(values.get(key));
    }

    private static String unquoted(String text) {
        String value = text.strip();
        int last = value.length() - 1;
        if (last > 0 && value.charAt(0) == '\'' && value.charAt(last) == '\'') {
            return value.substring(1, last);
        }
        if (last > 0 && value.charAt(0) == '"' && value.charAt(last) == '"') {
            return value.substring(1, last).replaceAll("\\\\([\"$`\\\\])", "$1");
        }
        return value;
    }
}
