package dev.cadastre.server.estate;

import dev.cadastre.ini.Origin;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A monitor, or a template of monitors, as the estate file says it.
 *
 * @param name its name, unique among monitors or among templates
 * @param template whether monitors start from it, and it checks nothing itself
 * @param values by key; parameters in them are not substituted, for they stand for what each asset
 *     has that is checked
 * @param test the text of the test that it names; null if it names none, or it cannot be read
 * @param origin where it is defined
 */
public record DeclaredMonitor(
        String name,
        boolean template,
        Map<String, String> values,
        @Nullable String test,
        Origin origin) {

    /** The key that names a test. */
    static final String TEST = "test";

    /** Copies the values. */
    public DeclaredMonitor {
        values = Map.copyOf(values);
    }

    /** One that names no test. */
    public DeclaredMonitor(
            String name, boolean template, Map<String, String> values, Origin origin) {
        this(name, template, values, null, origin);
    }

    /** The path of its test, as the file writes it; empty if it names none. */
    String testPath() {
        return values.getOrDefault(TEST, "").strip();
    }
}
