package dev.cadastre.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages for contributors name is there. */
class ContributorPagesTest {

    private static final Path ROOT = Path.of("..");
    private static final Path ADR = ROOT.resolve("docs/adr");
    private static final String ARCHITECTURE = "docs/manual/40-architecture.md";

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern TYPE =
            Pattern.compile("@?([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:\\.([A-Za-z_]+))?");
    private static final Pattern PATH =
            Pattern.compile("([A-Za-z0-9_.*-]+(?:/[A-Za-z0-9_.*-]+)+/?)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

    /** Types of libraries, which are known by name alone. */
    private static final List<String> NOT_OURS =
            List.of("Clock", "JdbcClient", "Scheduled", "NamedInterface", "NullMarked");

    @ParameterizedTest
    @ValueSource(strings = {ARCHITECTURE, "docs/manual/41-extending.md", "CONTRIBUTING.md"})
    void nameTypesAndFilesThatThereAre(String page) throws IOException {
        SourceTree tree = SourceTree.of(ROOT);
        String text = BLOCK.matcher(Files.readString(ROOT.resolve(page))).replaceAll("");
        List<String> missing = new ArrayList<>();
        for (String code : all(CODE, text)) {
            MatchResult type = match(TYPE, code);
            MatchResult path = match(PATH, code);
            if (type != null && !NOT_OURS.contains(type.group(1)) && !isType(tree, type)) {
                missing.add(code);
            } else if (path != null && !tree.has(path.group(1))) {
                missing.add(code);
            }
        }

        assertThat(missing).as(page + " names what is not there").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ARCHITECTURE,
                "docs/manual/41-extending.md",
                "CONTRIBUTING.md",
                "docs/adr/README.md"
            })
    void leadToPagesThatThereAre(String page) throws IOException {
        Path file = ROOT.resolve(page);

        assertThat(all(LINK, Files.readString(file)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(file.resolveSibling(link)).exists());
    }

    @Test
    void haveARowForEachPartWithAllOfItsRooms() throws Exception {
        String page = Files.readString(ROOT.resolve(ARCHITECTURE));
        String parts = page.split("\n## Parts of the server\n", 2)[1].split("\n## ", 2)[0];
        for (String name : ServerParts.needs().direct().keySet()) {
            assertThat(parts.lines().filter(line -> line.startsWith("| `" + name + "` |")))
                    .as(name)
                    .hasSize(1)
                    .allSatisfy(
                            row -> assertThat(all(CODE, row)).containsAll(ServerParts.rooms(name)));
        }
        for (String module : MavenModule.all(ROOT).keySet()) {
            assertThat(page).as("the table of modules").containsPattern("\n\\| .*`" + module + "`");
        }
    }

    @Test
    void listEveryDecisionByItsNumberAndTitle() throws IOException {
        List<String> wanted = new ArrayList<>();
        for (String file : decisions()) {
            String title = Files.readAllLines(ADR.resolve(file)).getFirst();
            String[] words = title.replaceFirst("^# ", "").split("\\. ", 2);
            wanted.add("| %s | [%s](%s) | ".formatted(words[0], words[1], file));
        }

        assertThat(Files.readAllLines(ADR.resolve("README.md")))
                .filteredOn(line -> line.matches("\\| \\d.*"))
                .zipSatisfy(wanted, (line, start) -> assertThat(line).startsWith(start))
                .allSatisfy(line -> assertThat(line).endsWith(". |"));
    }

    private static List<String> decisions() throws IOException {
        try (Stream<Path> files = Files.list(ADR)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{4}-.*\\.md"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isType(SourceTree tree, MatchResult type) throws IOException {
        for (Path file : tree.types(type.group(1))) {
            if (type.group(2) == null || Files.readString(file).contains(type.group(2))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static @Nullable MatchResult match(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? matcher.toMatchResult() : null;
    }
}
