package dev.cadastre.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real plug-ins printed, beside what is to be understood of it. */
class CorpusTest {
    private static final String SAID = "--- said\n";
    private static final String UNDERSTOOD = "--- understood\n";

    static Stream<Path> files() throws IOException, URISyntaxException {
        Path folder =
                Path.of(Objects.requireNonNull(CorpusTest.class.getResource("/corpus")).toURI());
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(30);
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void understands(Path file) throws IOException {
        String text = Files.readString(file);
        int said = text.indexOf(SAID);
        int understood = text.indexOf(UNDERSTOOD);
        int code =
                Integer.parseInt(text.substring(0, said).replaceAll("(?s).*exit (\\d+).*", "$1"));
        PluginResult result =
                PluginResult.of(code, text.substring(said + SAID.length(), understood));
        String shown = shown(result);
        if (Boolean.getBoolean("cadastre.corpus.write")) {
            Path source = Path.of("src/test/resources/corpus").resolve(file.getFileName());
            Files.writeString(source, text.substring(0, understood + UNDERSTOOD.length()) + shown);
        }

        assertThat(shown).isEqualTo(text.substring(understood + UNDERSTOOD.length()));
    }

    private static String shown(PluginResult result) {
        StringBuilder shown = new StringBuilder();
        shown.append("state ").append(result.state()).append('\n');
        result.cause().ifPresent(cause -> shown.append("cause ").append(cause).append('\n'));
        shown.append("text ").append(result.text()).append('\n');
        result.longText().lines().forEach(line -> shown.append("long ").append(line).append('\n'));
        result.metrics()
                .forEach(metric ->
                        shown.append("metric ")
                                .append(metric)
                                .append(' ')
                                .append(metric.unit().kind())
                                .append('\n'));
        result.problems().forEach(problem -> shown.append("problem ").append(problem).append('\n'));
        return shown.toString();
    }
}
