package dev.cadastre.server.monitoring.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.monitoring.MonitorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The manual's tables of kinds and their settings, beside those that there are. */
class MonitorManualTest {

    @Test
    void describesEachKindWithItsSettings() throws IOException {
        String chapter = Files.readString(Path.of("../docs/manual/16-monitors.md"));

        assertThat(chapter)
                .as("the chapter is behind the code; it should have:\n\n" + tables())
                .contains(tables());
    }

    private static String tables() {
        return Arrays.stream(MonitorKind.values())
                .map(MonitorManualTest::table)
                .collect(Collectors.joining("\n"));
    }

    private static String table(MonitorKind kind) {
        String head = "### `%s`\n%s.\n".formatted(kind.word(), sentence(Kinds.meaning(kind)));
        return Kinds.settings(kind).isEmpty()
                ? head
                : head
                        + "\n| setting | meaning | usual | example |\n|---|---|---|---|\n"
                        + Kinds.settings(kind).stream()
                                .map(MonitorManualTest::row)
                                .collect(Collectors.joining());
    }

    private static String sentence(String phrase) {
        return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
    }

    private static String row(KindSetting setting) {
        String usual = setting.usual();
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        setting.name(),
                        cell(setting.meaning()),
                        setting.required() ? "*needed*" : usual == null ? "" : code(usual),
                        code(setting.example()));
    }

    private static String code(String text) {
        return "`" + cell(text.replace("\n", " ⏎ ")) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
