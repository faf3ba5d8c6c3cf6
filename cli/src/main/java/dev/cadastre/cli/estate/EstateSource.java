package dev.cadastre.cli.estate;

import dev.cadastre.change.operation.SentTest;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.ini.Entry;
import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Section;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An estate file with the tests that its monitors name, which a server cannot read that is to look
 * at the file.
 *
 * @param tests the texts by their paths, as the file writes them
 * @param problems what is wrong with tests that cannot be sent
 */
public record EstateSource(String text, Map<String, String> tests, List<Problem> problems) {

    /** The code of what is wrong with a test, here and at the server. */
    private static final String BAD_TEST = "estate.bad-test";

    private static final String TEST = "test";

    /** Copies both. */
    public EstateSource {
        tests = Map.copyOf(tests);
        problems = List.copyOf(problems);
    }

    /**
     * Reads what a file names.
     *
     * @param file its name, for problems
     * @param folder where it lies
     */
    public static EstateSource of(String file, Path folder, String text) {
        Map<String, String> tests = new LinkedHashMap<>();
        Problems problems = new Problems(file);
        IniParser.parse(file, text.getBytes(StandardCharsets.UTF_8))
                .document()
                .sections()
                .values()
                .stream()
                .filter(EstateSource::isOfMonitors)
                .forEach(section -> read(section, folder, tests, problems));
        return new EstateSource(text, tests, problems.list());
    }

    private static boolean isOfMonitors(Section section) {
        return section.name().startsWith("monitor ")
                || section.name().startsWith("monitor-template ");
    }

    private static void read(
            Section section, Path folder, Map<String, String> tests, Problems problems) {
        Entry entry = section.entry(TEST);
        if (entry == null || entry.rawValue().isBlank()) {
            return;
        }
        String path = entry.rawValue().strip();
        switch (SentTest.beside(folder, path)) {
            case SentTest.Text(String text) -> tests.put(path, text);
            case SentTest.Wrong(String message, String remedy) ->
                    problems.error(
                            entry.line(),
                            entry.column(),
                            BAD_TEST,
                            "[%s] test %s: %s".formatted(section.name(), Quoted.of(path), message),
                            remedy);
        }
    }

    /** What is sent to a server. */
    public Json json() {
        Map<String, Json> texts = new LinkedHashMap<>();
        tests.forEach((path, text) -> texts.put(path, new Json.Text(text)));
        return new JsonObject().with("text", text).with("tests", new Json.Members(texts)).json();
    }

    /**
     * The server's problems, with what is known here better than there: why a test did not come.
     */
    public List<Json> completed(List<Json> told) {
        return told.stream().map(this::completed).toList();
    }

    private Json completed(Json told) {
        if (!told.text("code").orElse("").equals(BAD_TEST)
                || !(told instanceof Json.Members(Map<String, Json> values))) {
            return told;
        }
        String line = told.text("line").orElse("");
        return problems.stream()
                .filter(problem -> line.equals(Integer.toString(problem.line())))
                .findFirst()
                .map(problem -> {
                    Map<String, Json> better = new LinkedHashMap<>(values);
                    better.put("message", new Json.Text(problem.message()));
                    better.put("remedy", new Json.Text(problem.remedy()));
                    return (Json) new Json.Members(better);
                })
                .orElse(told);
    }
}
