package dev.cadastre.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManualTest {

    private static final Path DOCUMENTS = Path.of("../docs");
    private static final Pattern LINKED = Pattern.compile("\\[([^\\]]*)]\\(([^)#\\s]+)[^)]*\\)");

    /** Chapters for contributors come from here on, and are found without being named. */
    private static final String OF_CONTRIBUTORS = "40-";

    /** What samples of parcels have for manuals is read by nobody. */
    private static final String SAMPLES = "/input/";

    private final Manual manual = Manual.shipped();

    private static Set<String> files(String folder) {
        try (Stream<Path> files = Files.list(DOCUMENTS.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> linked(String file) throws IOException {
        Matcher link = LINKED.matcher(Files.readString(DOCUMENTS.resolve(file)));
        List<String> targets = new ArrayList<>();
        while (link.find()) {
            targets.add(link.group(2));
        }
        return targets;
    }

    @Test
    void isForFourReaders() {
        assertThat(manual.groups())
                .extracting(Group::reader)
                .containsExactly("Newcomer", "Operator", "Integrator", "Contributor");
        assertThat(manual.groups())
                .allSatisfy(group -> {
                    assertThat(group.about()).isNotEmpty();
                    assertThat(group.entries()).isNotEmpty();
                });
        assertThat(manual.introduction()).isNotEmpty();
    }

    @Test
    void hasEachChapterForOneReader() {
        assertThat(manual.chapters())
                .doesNotHaveDuplicates()
                .extracting(page -> page.path().replaceFirst(".*/", ""))
                .containsExactlyInAnyOrderElementsOf(files("manual"));
    }

    @Test
    void namesEachChapterOnceInTheIndexWithItsTitle() throws IOException {
        List<String> named =
                linked("manual/README.md").stream()
                        .filter(target -> files("manual").contains(target))
                        .toList();

        assertThat(named)
                .doesNotHaveDuplicates()
                .containsAll(
                        files("manual").stream()
                                .filter(name -> name.compareTo(OF_CONTRIBUTORS) < 0)
                                .toList());
        Matcher entry = LINKED.matcher(Files.readString(DOCUMENTS.resolve("manual/README.md")));
        while (entry.find()) {
            String text = entry.group(1);
            Links.path("docs/manual/README.md", entry.group(2))
                    .flatMap(manual::file)
                    .ifPresent(page -> assertThat(text).isEqualTo(page.title()));
        }
    }

    /** A folder's own page leads to all there is in it. */
    @ParameterizedTest
    @ValueSource(strings = {"formats", "adr"})
    void documentsAreListedWhereTheirFolderIsRead(String folder) throws IOException {
        assertThat(linked(folder + "/README.md")).containsAll(files(folder));
    }

    @Test
    void carriesAllDocumentsAlongUnderNamesOfTheirOwn() throws IOException {
        try (Stream<Path> documents = Files.walk(DOCUMENTS)) {
            Set<String> there =
                    documents
                            .filter(file -> file.toString().endsWith(".md"))
                            .filter(file -> !file.toString().contains(SAMPLES))
                            .map(file -> "docs/" + DOCUMENTS.relativize(file))
                            .filter(path -> !Manual.isIndex(path))
                            .collect(Collectors.toSet());
            assertThat(manual.pages()).extracting(Page::path).containsAll(there);
        }
        assertThat(manual.pages())
                .extracting(Page::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9-]+(/[a-z0-9-]+)?"));
    }

    @Test
    void turnsFromOneChapterToTheNext() {
        Page first = manual.chapters().getFirst();
        Page last = manual.chapters().getLast();

        assertThat(manual.before(first)).isEmpty();
        assertThat(manual.after(first)).contains(manual.chapters().get(1));
        assertThat(manual.after(last)).isEmpty();
        assertThat(manual.before(manual.chapters().get(1))).contains(first);
        assertThat(manual.after(manual.page("security").orElseThrow())).isEmpty();
    }

    @Test
    void hasChaptersThatTheIndexDoesNotNameForItsLastReader() {
        Manual other =
                Manual.of(
                        Map.of(
                                "docs/manual/README.md",
                                        "# M\n\nHello.\n\n## One\nWho.\n\n- [A](01-a.md): about `a`\n\n## Two\n",
                                "docs/manual/01-a.md", "# A\n",
                                "docs/manual/40-b.md", "# B\n"));

        assertThat(other.introduction()).isEqualTo("Hello.");
        assertThat(other.groups().getFirst().entries().getFirst().summary()).isEqualTo("about a");
        assertThat(other.groups().getLast().entries())
                .extracting(entry -> entry.page().title())
                .containsExactly("B");
        assertThat(other.chapters()).extracting(Page::name).containsExactly("a", "b");
    }
}
