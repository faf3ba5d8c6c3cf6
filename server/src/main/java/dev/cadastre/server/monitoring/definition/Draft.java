package dev.cadastre.server.monitoring.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A definition as it was written.
 *
 * @param values by key, as text; lists by lines
 * @param command the program and its arguments; empty if none is named
 * @param test the text of the test that {@code values} name; null if there is none, or it could not
 *     be read
 */
@NamedInterface("definition")
public record Draft(Map<String, String> values, List<String> command, @Nullable String test) {

    /** What is checked. */
    public static final String ASSET = "asset";

    /** Which hosts are checked. */
    public static final String Q = "q";

    /** What it starts from. */
    public static final String TEMPLATE = "template";

    /** By which means it is checked. */
    public static final String KIND = "kind";

    /** The program of a plug-in with its arguments, while that is one text. */
    public static final String COMMAND = "command";

    /** What the test is known by that is sent to the host. */
    public static final String TEST = "test";

    /** The time from one check to the next. */
    public static final String INTERVAL = "interval";

    /** How long a check may take. */
    public static final String TIMEOUT = "timeout";

    /** How many further results must agree. */
    public static final String RETRIES = "retries";

    /** The time to the next check while a problem is not certain. */
    public static final String RETRY_INTERVAL = "retry-interval";

    /** Where it is checked from. */
    public static final String WHERE = "where";

    /** Whether the asset does not work at all when it is critical. */
    public static final String AVAILABILITY = "availability";

    /** Whether it is checked. */
    public static final String ENABLED = "enabled";

    /** Keys that mean the same for all kinds; all others are settings. */
    public static final List<String> COMMON =
            List.of(
                    ASSET,
                    Q,
                    TEMPLATE,
                    KIND,
                    COMMAND,
                    TEST,
                    INTERVAL,
                    TIMEOUT,
                    RETRIES,
                    RETRY_INTERVAL,
                    WHERE,
                    AVAILABILITY,
                    ENABLED);

    /** Copies both. */
    public Draft {
        values = Map.copyOf(values);
        command = List.copyOf(command);
    }

    /** One without a test. */
    public Draft(Map<String, String> values, List<String> command) {
        this(values, command, null);
    }

    /**
     * As a section of the estate file says it, where the command is one line.
     *
     * @param test the text of the test that the section names; null for none
     */
    public static Draft ofSection(Map<String, String> section, @Nullable String test) {
        Map<String, String> values = new LinkedHashMap<>(section);
        Optional<List<String>> words =
                Optional.ofNullable(values.get(COMMAND)).flatMap(CommandWords::of);
        words.ifPresent(_ -> values.remove(COMMAND));
        return new Draft(values, words.orElse(List.of()), test);
    }

    /** What is said under a key; empty if nothing is. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(text -> !text.isBlank());
    }

    /** The name of the template; empty if it starts from none. */
    public Optional<String> template() {
        return value(TEMPLATE);
    }

    /** What a template says where this says nothing. */
    public Draft over(Draft template) {
        Map<String, String> all = new LinkedHashMap<>(template.values());
        all.putAll(values);
        return new Draft(
                all,
                command.isEmpty() ? template.command() : command,
                values.containsKey(TEST) ? test : template.test());
    }

    /** The same with other values. */
    public Draft with(Map<String, String> others) {
        return new Draft(others, command, test);
    }

    /** What the kind needs to know. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(values);
        COMMON.forEach(settings::remove);
        return settings;
    }
}
