package dev.cadastre.parcel.definition;

import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code [test NAME]}, and finds tests that no section names. For one definition. */
final class TestSections {

    static final String FOLDER = "tests/";

    private static final List<String> KEYS =
            List.of("file", "arguments", "timeout", "every", "verify", "as");
    private static final Pattern NAME =
            Pattern.compile(
                    "(?=.{1,200}\\z)[A-Za-z0-9_][A-Za-z0-9._-]*+(?:/[A-Za-z0-9_][A-Za-z0-9._-]*+)*+");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final String WRONG = "parcel.test-wrong";
    private static final String NEVER = "never";

    private final Surroundings around;
    private final SortedMap<String, TestDefinition> tests = new TreeMap<>();
    private final SortedMap<String, TestDefinition> inherited = new TreeMap<>();

    TestSections(Surroundings around) {
        this.around = around;
        around.base().ifPresent(base -> base.tests().values().forEach(this::inherit));
    }

    /** What nothing is said about is found by its file, if there is still no section for that. */
    private void inherit(TestDefinition test) {
        if (!test.equals(TestDefinition.usual(test.name()))) {
            tests.put(test.name(), test);
            inherited.put(test.name(), test);
        }
    }

    /** Those of the base that no section read so far describes anew. */
    Collection<TestDefinition> inherited() {
        return inherited.values();
    }

    void read(String name, SectionText section) {
        inherited.remove(name);
        section.refuseOthers(KEYS, "parcel.key-unknown");
        if (!NAME.matcher(name).matches()) {
            section.problem(
                    WRONG,
                    "has no name of letters, digits, dots, dashes, underscores and slashes",
                    "name it as in [test answers]");
        }
        TestDefinition usual = TestDefinition.usual(name);
        Optional<String> stated = section.fixed("file", WRONG);
        String file = stated.map(FOLDER::concat).orElse(usual.file());
        boolean verify = verify(section);
        tests.put(
                name,
                new TestDefinition(
                        name,
                        file,
                        checked(section, "arguments", TestSections::isClosed, "close the quotes")
                                .orElse(usual.arguments()),
                        checked(section, "timeout", TestSections::isTimeout, "write 1s to 10m")
                                .orElse(usual.timeout()),
                        checked(
                                        section,
                                        "every",
                                        TestSections::isInterval,
                                        "write 10s to 31d, or" + " never")
                                .orElse(usual.every()),
                        verify,
                        checked(
                                        section,
                                        "as",
                                        ACCOUNT.asMatchPredicate(),
                                        "write the name of an" + " account")
                                .orElse(usual.as())));
        boolean isKnown = stated.isPresent() || !section.has("file");
        if (isKnown && !around.mayRun(file)) {
            section.problem(
                    "file",
                    "parcel.test-missing",
                    "is told to run %s, %s".formatted(Quoted.of(file), missing(file)),
                    "put it there, and let its owner run it");
        }
    }

    private String missing(String file) {
        return around.mayHave(file) ? "which may not be run" : "which is not there";
    }

    private static boolean verify(SectionText section) {
        Optional<String> verify = section.fixed("verify", WRONG);
        if (verify.isPresent() && !Set.of("yes", "no").contains(verify.get())) {
            section.problem(
                    "verify",
                    WRONG,
                    "verify cannot be " + Quoted.of(verify.get()),
                    "write yes or no");
        }
        return verify.map("yes"::equals).orElse(true);
    }

    /** Whether every quote is closed, and a character follows every backslash. */
    private static boolean isClosed(String words) {
        char quote = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\\' && quote != '\'') {
                i++;
                if (i == words.length()) {
                    return false;
                }
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            }
        }
        return quote == 0;
    }

    private static boolean isTimeout(String text) {
        return Lengths.isTime(text, Duration.ofSeconds(1), Duration.ofMinutes(10));
    }

    private static boolean isInterval(String text) {
        return text.equals(NEVER)
                || Lengths.isTime(text, Duration.ofSeconds(10), Duration.ofDays(31));
    }

    /** What refers to something is checked when that is known. */
    private static Optional<ReferringText> checked(
            SectionText section, String key, Predicate<String> isRight, String remedy) {
        Optional<ReferringText> text = section.text(key).filter(value -> !value.raw().isEmpty());
        if (text.isPresent() && text.get().isFixed() && !isRight.test(text.get().with(Map.of()))) {
            section.problem(
                    key,
                    WRONG,
                    "%s cannot be %s".formatted(key, Quoted.of(text.get().raw())),
                    remedy);
        }
        return text;
    }

    /** All tests, with those that no section names. */
    SortedMap<String, TestDefinition> all(Problems problems) {
        Set<String> named =
                tests.values().stream().map(TestDefinition::file).collect(Collectors.toSet());
        SortedMap<String, TestDefinition> all = new TreeMap<>(tests);
        around.files()
                .orElse(Map.of())
                .forEach((path, executable) -> {
                    boolean isTest = executable && path.startsWith(FOLDER) && !named.contains(path);
                    String name = isTest ? path.substring(FOLDER.length()) : "";
                    if (isTest && all.putIfAbsent(name, TestDefinition.usual(name)) != null) {
                        twice(name, problems);
                    }
                });
        return all;
    }

    private void twice(String name, Problems problems) {
        problems.error(
                0,
                0,
                WRONG,
                "[test %s] runs another file than %s, which is a test of that name, too"
                        .formatted(name, Quoted.of(FOLDER + name)),
                "rename one of the two");
    }
}
