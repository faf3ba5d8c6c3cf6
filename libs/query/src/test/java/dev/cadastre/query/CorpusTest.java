package dev.cadastre.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The queries of {@code good.txt} with canonical text and tree, and those of {@code bad.txt} with
 * what a shell shows of each problem; in {@code completion.txt} a bar is the caret, and brackets
 * are what the candidates replace. An empty line divides cases.
 */
class CorpusTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    record Case(String query, String expected) {
        @Override
        public String toString() {
            return query;
        }
    }

    static List<Case> good() throws IOException {
        return cases("good.txt");
    }

    static List<Case> bad() throws IOException {
        return cases("bad.txt");
    }

    static List<Case> completion() throws IOException {
        return cases("completion.txt");
    }

    private static List<Case> cases(String file) throws IOException {
        return Arrays.stream(Files.readString(RESOURCES.resolve(file)).strip().split("\n{2,}", -1))
                .map(block -> block.split("\n", 2))
                .map(lines -> new Case(lines[0], lines[1]))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("good")
    void understands(Case good) {
        Query query = Estate.query(good.query());

        assertThat(query + "\n" + Estate.shape(query)).isEqualTo(good.expected());
    }

    @ParameterizedTest
    @MethodSource("good")
    void readsItsOwnTextAsTheSame(Case good) {
        Query query = Estate.query(good.query());

        assertThat(Estate.query(query.toString())).isEqualTo(query);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void saysAllThatIsWrong(Case bad) {
        assertThat(rendered(bad.query())).isEqualTo(bad.expected());
    }

    private static String rendered(String query) {
        return Estate.problems(query).stream()
                .map(problem -> problem.render(query))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void suggestsWhatTakesTheProblemAway(Case bad) {
        for (Problem problem : Estate.problems(bad.query())) {
            if (problem.suggestion() != null) {
                String better = replaced(bad.query(), problem, problem.suggestion());

                assertThat(Estate.problems(better))
                        .as(better)
                        .noneMatch(left ->
                                left.code().equals(problem.code())
                                        && left.column() == problem.column());
            }
        }
    }

    private static String replaced(String query, Problem problem, String by) {
        Place place = problem.place();
        return query.substring(0, place.start(query)) + by + query.substring(place.end(query));
    }

    @ParameterizedTest
    @MethodSource("completion")
    void completes(Case written) {
        assertThat(Completions.shown(written.query())).isEqualTo(written.expected());
    }

    @Test
    void knowsEveryCode() throws IOException {
        String others =
                "query.control-character query.too-deep query.too-long query.too-many-terms";
        String seen =
                bad().stream()
                        .flatMap(bad -> Estate.problems(bad.query()).stream())
                        .map(Problem::code)
                        .collect(Collectors.joining(" "));
        Set<String> shown = new TreeSet<>(List.of((seen + " " + others).split(" ", -1)));

        assertThat(shown)
                .isEqualTo(
                        Stream.of(Code.values())
                                .map(Code::toString)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void documentsEveryCode() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(Code.values()).allSatisfy(code -> assertThat(readme).contains("`" + code + "`"));
    }
}
