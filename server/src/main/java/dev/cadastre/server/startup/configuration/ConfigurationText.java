package dev.cadastre.server.startup.configuration;

import dev.cadastre.server.startup.configuration.Configuration.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The settings as texts that people read. Pure. */
final class ConfigurationText {

    private static final int WIDTH = 96;

    /** What the packages say, so that an installation keeps to the folders of the system. */
    private static final Map<String, String> OF_PACKAGES =
            Map.of("server.home", "/var/lib/cadastre", "server.log-folder", "/var/log/cadastre");

    private ConfigurationText() {}

    /**
     * The file of the packages: every key with its meaning, as a comment where it has a usual
     * value.
     */
    static String example() {
        var text =
                new StringBuilder(
                        """
                        # The configuration of Cadastre. `cadastre config check` says whether it can be used, and
                        # `cadastre config show` what counts; a restart makes it count. Flags of `cadastre up` and
                        # variables CADASTRE_… count more. Values may use others: ${key}, ${section:key}; $$ is a dollar.
                        # There are no secrets in here: see database.password-file, and /etc/cadastre/secrets.env.
                        """);
        bySection()
                .forEach((section, settings) -> {
                    boolean perEnvironment = settings.getFirst().perEnvironment();
                    text.append('\n')
                            .append(perEnvironment ? "#[" : "[")
                            .append(section)
                            .append("]\n");
                    settings.forEach(setting -> text.append(lines(setting)));
                });
        return text.toString();
    }

    private static String lines(Setting setting) {
        String ours = OF_PACKAGES.get(setting.name());
        String said =
                ours == null
                        ? "#" + setting.key() + " = " + setting.usual()
                        : setting.key() + " = " + ours;
        String remark = "%s (%s)".formatted(setting.text(), setting.type().name()).replace("`", "");
        return wrapped(remark) + said.stripTrailing() + "\n";
    }

    private static String wrapped(String text) {
        var lines = new StringBuilder();
        var line = new StringBuilder("#");
        for (String word : text.split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.append(line).append('\n');
                line = new StringBuilder("#  ");
            }
            line.append(' ').append(word);
        }
        return lines.append(line).append('\n').toString();
    }

    /** The table of the manual. */
    static String table() {
        return Settings.all().stream()
                .map(setting ->
                        "| `[%s]` `%s` | %s | %s | %s |"
                                .formatted(
                                        setting.section(),
                                        setting.key(),
                                        setting.text(),
                                        setting.type().name(),
                                        setting.usual().isEmpty()
                                                ? "–"
                                                : "`" + setting.usual().replace(",", ", ") + "`"))
                .collect(
                        Collectors.joining(
                                "\n",
                                "| key | what it is for | type | usual |\n|---|---|---|---|\n",
                                "\n"));
    }

    /** What counts, and because of what, in the form of the file itself. */
    static String effective(Configuration configuration, Map<String, String> variables) {
        var text = new StringBuilder();
        bySection()
                .forEach((section, settings) -> {
                    String lines =
                            settings.stream()
                                    .map(setting ->
                                            effective(setting, configuration.said(), variables))
                                    .collect(Collectors.joining());
                    if (!lines.isEmpty()) {
                        text.append(text.isEmpty() ? "" : "\n");
                        text.append(
                                settings.getFirst().perEnvironment() ? "" : "[" + section + "]\n");
                        text.append(lines);
                    }
                });
        return text.toString();
    }

    private static String effective(
            Setting setting, List<Said> said, Map<String, String> variables) {
        List<Said> here = said.stream().filter(one -> one.setting().equals(setting)).toList();
        if (setting.perEnvironment()) {
            return here.stream()
                    .map(one ->
                            "# %s%n[%s]%n%s = %s%n"
                                    .formatted(
                                            one.place(),
                                            setting.section().replace(Setting.NAME, one.name()),
                                            setting.key(),
                                            one.value()))
                    .collect(Collectors.joining());
        }
        Optional<String> variable = setting.variable(variables);
        if (variable.isPresent()) {
            return line(
                    setting,
                    variables.getOrDefault(variable.get(), ""),
                    "variable " + variable.get());
        }
        return here.stream()
                .findFirst()
                .map(one -> line(setting, one.value(), one.place()))
                .orElseGet(() -> line(setting, setting.usual(), "usual"));
    }

    private static String line(Setting setting, String value, String why) {
        return value.isEmpty()
                ? "# %s is not set%n".formatted(setting.key())
                : "# %s%n%s = %s%n"
                        .formatted(
                                why,
                                setting.key(),
                                value.replace("$", "$$").replace("\n", "\n    "));
    }

    private static Map<String, List<Setting>> bySection() {
        return Settings.all().stream()
                .collect(
                        Collectors.groupingBy(
                                Setting::section, LinkedHashMap::new, Collectors.toList()));
    }
}
