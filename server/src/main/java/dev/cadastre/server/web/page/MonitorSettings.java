package dev.cadastre.server.web.page;

import dev.cadastre.api.monitor.Monitor;
import dev.cadastre.server.monitoring.definition.CommandWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a monitor was told, as pages show it: secrets belong into variables of the server, and where
 * somebody wrote one down all the same, it is not shown. Pure.
 */
public final class MonitorSettings {

    private static final String HIDDEN = "•••";

    private static final Pattern SECRET_NAME =
            Pattern.compile(
                    "(?i).*(password|passwd|passphrase|token|community|credential|api-?key).*");
    private static final Pattern SECRET_HEADER =
            Pattern.compile(
                    "(?i)\\s*(?:proxy-)?(?:authorization|cookie|[\\w-]*(?:token|secret|key)[\\w-]*)\\s*:.*");
    private static final Pattern SECRET_OPTION =
            Pattern.compile(
                    "(?i)--?[\\w-]*(?:password|passwd|passphrase|token|secret|community|authorization|api-?key)[\\w-]*");
    private static final Pattern ACCOUNT =
            Pattern.compile("(?i)([a-z][a-z0-9+.-]*://[^/@\\s:]*):[^/@\\s]*@");

    private MonitorSettings() {}

    /**
     * A setting.
     *
     * @param lines its values, one each
     */
    public record Line(String name, List<String> lines) {}

    /** The settings of a monitor, by name. */
    public static List<Line> of(Monitor monitor) {
        return monitor.settings().entrySet().stream().map(MonitorSettings::line).toList();
    }

    private static Line line(Map.Entry<String, Object> setting) {
        String name = setting.getKey();
        List<?> values =
                setting.getValue() instanceof List<?> many ? many : List.of(setting.getValue());
        return new Line(
                name, values.stream().map(value -> shown(name, String.valueOf(value))).toList());
    }

    private static String shown(String name, String value) {
        // The setting "secret" holds the name of a variable and not what is in it.
        if (SECRET_NAME.matcher(name).matches()) {
            return HIDDEN;
        }
        if (name.equals("arguments")) {
            return CommandWords.of(value).map(MonitorSettings::typed).orElse(value);
        }
        boolean header = name.toLowerCase(Locale.ROOT).startsWith("header");
        return header && SECRET_HEADER.matcher(value).matches()
                ? value.substring(0, value.indexOf(':') + 1) + " " + HIDDEN
                : ACCOUNT.matcher(value).replaceAll("$1:" + HIDDEN + "@");
    }

    /** A command as one would type it. */
    public static String command(Monitor monitor) {
        return typed(monitor.command());
    }

    private static String typed(List<String> given) {
        List<String> words = new ArrayList<>();
        boolean hidden = false;
        for (String word : given) {
            int sign = word.indexOf('=');
            String option = sign > 0 ? word.substring(0, sign) : word;
            boolean secret = SECRET_OPTION.matcher(option).matches();
            if (hidden) {
                words.add(HIDDEN);
            } else if (secret && sign > 0) {
                words.add(option + "=" + HIDDEN);
            } else {
                words.add(
                        MonitorWording.word(
                                ACCOUNT.matcher(word).replaceAll("$1:" + HIDDEN + "@")));
            }
            hidden = secret && sign < 0;
        }
        return String.join(" ", words);
    }
}
