package dev.cadastre.server.monitoring.check;

import static dev.cadastre.server.monitoring.check.SettingReading.read;
import static dev.cadastre.server.monitoring.check.SettingReading.wrong;

import dev.cadastre.plugin.Range;
import dev.cadastre.server.dispatch.outgoing.Secrets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the texts of settings can mean. */
final class SettingTypes {

    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_TEXT = 64 * 1024;
    private static final int MOST_LINES = 100;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern HOST_NAME = Pattern.compile("[\\p{Alnum}._:%-]+");
    private static final Pattern SECRET_NAME = Pattern.compile("[A-Z0-9_]+");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    static final SettingType<String> TEXT =
            text ->
                    text.length() <= LONGEST_TEXT
                            ? read(text)
                            : wrong("The text is longer than 64 KiB", "Write less.");

    static final SettingType<String> LINE =
            text ->
                    text.chars().noneMatch(Character::isISOControl)
                            ? TEXT.read(text.strip())
                            : wrong(
                                    Shown.quoted(text) + " is more than one line",
                                    "Write one line without control characters.");

    static final SettingType<List<String>> LINES = lines(SettingReading::read);

    static final SettingType<String> HOST =
            text ->
                    text.length() <= LONGEST_HOST && HOST_NAME.matcher(text.strip()).matches()
                            ? read(text.strip())
                            : wrong(
                                    Shown.quoted(text) + " is no host",
                                    "Write a name or an address, without port or path.");

    static final SettingType<Integer> PORT = whole(1, HIGHEST_PORT);

    static final SettingType<Range> RANGE =
            text ->
                    Range.parse(text)
                            .map(SettingReading::read)
                            .orElseGet(() ->
                                    wrong(
                                            Range.problem(text).orElse("It is no range"),
                                            "Write the most that is right, or START:END,"
                                                    + " or START: for no end."));

    static final SettingType<Boolean> YES_NO =
            text ->
                    switch (text.strip().toLowerCase(Locale.ROOT)) {
                        case "yes", "true", "on" -> read(true);
                        case "no", "false", "off" -> read(false);
                        default ->
                                wrong(
                                        Shown.quoted(text) + " is neither yes nor no",
                                        "Write yes or no.");
                    };

    static final SettingType<SafePattern> PATTERN =
            text ->
                    switch (SafePattern.of(text)) {
                        case SafePattern.Usable(SafePattern pattern) -> read(pattern);
                        case SafePattern.Unusable(String why) ->
                                wrong(
                                        Shown.quoted(text) + " is no pattern: " + why,
                                        "Write a regular expression as RE2 knows them, without"
                                                + " look-around and back-references.");
                    };

    static final SettingType<String> SECRET =
            text -> {
                String name = text.strip().replaceFirst("^" + Secrets.PREFIX, "");
                return SECRET_NAME.matcher(name).matches()
                        ? read(name)
                        : wrong(
                                "What is written is no name of a secret",
                                "Put the secret into the server's environment as"
                                        + " CADASTRE_SECRET_NAME, and write NAME here: capital"
                                        + " letters, digits and _.");
            };

    private SettingTypes() {}

    /** Each line on its own; blank ones are passed over. */
    static <T> SettingType<List<T>> lines(SettingType<T> type) {
        return text -> {
            List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
            if (lines.size() > MOST_LINES || text.length() > LONGEST_TEXT) {
                return wrong("There are too many lines", "Write at most " + MOST_LINES + ".");
            }
            List<T> values = new ArrayList<>();
            for (String line : lines) {
                switch (type.read(line)) {
                    case SettingReading.Read<T>(T value) -> values.add(value);
                    case SettingReading.Wrong<T>(String wrong, String remedy) -> {
                        return wrong(wrong, remedy);
                    }
                }
            }
            return read(List.copyOf(values));
        };
    }

    static SettingType<Integer> whole(int least, int most) {
        return text ->
                Optional.of(text.strip())
                        .filter(stripped -> NUMBER.matcher(stripped).matches())
                        .map(Integer::parseInt)
                        .filter(value -> least <= value && value <= most)
                        .map(SettingReading::read)
                        .orElseGet(() ->
                                wrong(
                                        Shown.quoted(text) + " is no such number",
                                        "Write a number from " + least + " to " + most + "."));
    }

    static <E extends Enum<E>> SettingType<E> oneOf(Class<E> values) {
        List<E> all = Arrays.asList(values.getEnumConstants());
        return text ->
                all.stream()
                        .filter(value -> written(value).equalsIgnoreCase(text.strip()))
                        .findFirst()
                        .map(SettingReading::read)
                        .orElseGet(() -> wrong(Shown.quoted(text) + " is none", choice(all)));
    }

    private static <E extends Enum<E>> String choice(List<E> all) {
        return all.stream()
                .map(SettingTypes::written)
                .collect(Collectors.joining(", ", "Write one of ", "."));
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
