package dev.cadastre.change.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a parameter of an operation holds, and how it is written. */
public enum ParameterType {
    /** Any text, which may have several lines. */
    TEXT("text"),
    /** A name without blanks. */
    NAME("a name without blanks"),
    /** An absolute path on the host. */
    PATH("an absolute path such as /etc/motd"),
    /** A path below the change's folder. */
    FILE("a path below the change's folder, without .."),
    /** The same; a folder's ends with a slash. */
    SOURCE("a path below the change's folder, without ..; a folder's ends with /"),
    /**
     * A command for a shell. What is given for a run or a host has no place in one, unless no shell
     * would find anything in it.
     */
    SHELL("a command for a shell"),
    /** Names or texts, divided by commas or line ends. */
    LIST("texts divided by commas or line ends"),
    /** The words of a command: divided by blanks, with '…' and "…" around what has some. */
    WORDS("words divided by blanks, with quotes around what has blanks"),
    /** A time such as {@code 1m30s}. */
    DURATION("a time such as 90s, 5m or 1h30m"),
    /** A file's mode in octal digits. */
    MODE("a mode in octal digits such as 0644"),
    /** A whole number, not below zero. */
    WHOLE("a whole number"),
    /** Yes or no. */
    SWITCH("yes or no");

    private static final Pattern DURATION_TEXT =
            Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");
    private static final Pattern MODE_TEXT = Pattern.compile("[0-7]{3,4}");
    private static final Pattern WHOLE_TEXT = Pattern.compile("\\d{1,9}");

    private final String words;

    ParameterType(String words) {
        this.words = words;
    }

    /** What it wants, for people. */
    public String words() {
        return words;
    }

    /** Whether it names what is in the change's folder. */
    boolean isOfChange() {
        return this == FILE || this == SOURCE;
    }

    /** Whether a text is one of these. */
    boolean takes(String text) {
        return switch (this) {
            case NAME -> !text.isEmpty() && text.chars().noneMatch(Character::isWhitespace);
            case PATH -> text.startsWith("/") && isOneLine(text);
            case FILE -> isBelow(text);
            case SOURCE ->
                    isBelow(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            case SHELL -> !text.isBlank();
            case LIST -> !list(text).isEmpty();
            case WORDS -> isWords(text);
            case DURATION -> !duration(text).isZero();
            case MODE -> MODE_TEXT.matcher(text).matches();
            case WHOLE -> WHOLE_TEXT.matcher(text).matches();
            case SWITCH -> text.equals("yes") || text.equals("no");
            default -> true;
        };
    }

    private static boolean isWords(String text) {
        Words read = Words.of(text);
        return read.isComplete() && !read.words().isEmpty();
    }

    private static boolean isOneLine(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isBelow(String text) {
        return !text.isEmpty()
                && !text.startsWith("/")
                && isOneLine(text)
                && List.of(text.split("/", -1)).stream()
                        .noneMatch(part -> part.equals("..") || part.isEmpty());
    }

    /** The texts of a {@link #LIST}, stripped, without those that are empty. */
    static List<String> list(String text) {
        List<String> items = new ArrayList<>();
        for (String item : text.split("[,\n]", -1)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }

    /** A {@link #DURATION}; zero if it is none. */
    static Duration duration(String text) {
        Matcher matcher = DURATION_TEXT.matcher(text);
        return matcher.matches()
                ? Duration.ofHours(number(matcher.group(1)))
                        .plusMinutes(number(matcher.group(2)))
                        .plusSeconds(number(matcher.group(3)))
                : Duration.ZERO;
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
