package dev.cadastre.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The cases that each implementation of parcels answers alike. */
class ConformanceTest {

    private static final Pattern PART =
            Pattern.compile("\\.|archive|index|manifest|config|layer [0-9]+|base \\S+");
    private static final Pattern OF_ARTEFACT =
            Pattern.compile("parcel\\.(artefact-|blob-|layer-|config-differs|not-canonical)");

    @TempDir Path folder;

    static List<ConformanceCase> cases() throws IOException {
        return ConformanceCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsTheCaseSays(ConformanceCase of) throws Exception {
        Path input = of.layOut(folder);
        ConformanceAnswer answer =
                of.isFolder()
                        ? ConformanceAnswer.ofFolder(input, of.bases(), folder.resolve("built"))
                        : ConformanceAnswer.ofArtefact(input);
        compareProblems(of, input, answer.problems());
        if (of.problems().isEmpty()) {
            compare(of.expected(), answer);
        }
    }

    /** A problem that is expected without a line may have any. */
    private static void compareProblems(ConformanceCase of, Path input, List<Problem> problems) {
        Set<String> anywhere =
                of.problems().stream()
                        .filter(expected -> !expected.matches(".*:[0-9]+ \\S+"))
                        .collect(Collectors.toSet());
        List<String> told =
                problems.stream()
                        .map(problem -> line(of, input, problem, anywhere))
                        .distinct()
                        .sorted()
                        .toList();
        assertThat(told)
                .as(problems.toString())
                .isEqualTo(of.problems().stream().sorted().toList());
    }

    private static String line(
            ConformanceCase of, Path input, Problem problem, Set<String> anywhere) {
        String part = problem.file().equals(input.toString()) ? "." : problem.file();
        String file = isOfArtefact(of, problem) ? of.inputName() : part;
        String plain = file + " " + problem.code();
        return problem.line() == 0 || anywhere.contains(plain)
                ? plain
                : "%s:%d %s".formatted(file, problem.line(), problem.code());
    }

    /** What is wrong with the artefact itself may be told of any part of it. */
    private static boolean isOfArtefact(ConformanceCase of, Problem problem) {
        return !of.isFolder()
                && (PART.matcher(problem.file()).matches()
                        || OF_ARTEFACT.matcher(problem.code()).lookingAt());
    }

    private static void compare(JsonNode expected, ConformanceAnswer answer) throws IOException {
        ParcelContents contents = answer.contents().orElseThrow();
        assertThat(contents.definition().name()).isEqualTo(expected.path("name").stringValue());
        assertThat(contents.definition().version())
                .isEqualTo(expected.path("version").stringValue());
        assertThat(contents.files()).hasSize(expected.path("files").intValue());
        assertThat(
                        contents.definition().provides().values().stream()
                                .map(Provision::toString)
                                .toList())
                .isEqualTo(lines(expected.path("provides"), ConformanceTest::provision));
        assertThat(
                        contents.definition().requires().values().stream()
                                .map(Requirement::toString)
                                .toList())
                .isEqualTo(lines(expected.path("requires"), ConformanceTest::requirement));
        assertThat(answer.manifest().map(Descriptor::digest))
                .contains(expected.path("manifest").stringValue());
        if (expected.has("file")) {
            byte[] file = Files.readAllBytes(answer.file().orElseThrow());
            assertThat(Digests.of(file)).isEqualTo(expected.path("file").stringValue());
        }
    }

    private static List<String> lines(JsonNode array, Function<JsonNode, String> line) {
        List<String> lines = new ArrayList<>();
        array.forEach(node -> lines.add(line.apply(node)));
        return lines;
    }

    private static String provision(JsonNode node) {
        return node.path("name").stringValue() + " " + node.path("version").stringValue();
    }

    private static String requirement(JsonNode node) {
        return new Requirement(
                        node.path("name").stringValue(),
                        node.path("range").stringValue(),
                        node.path("binding").stringValue(),
                        node.path("optional").booleanValue())
                .toString();
    }
}
