package dev.cadastre.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completes over the fields of {@link Estate}, with values of its own. */
final class Completions {
    private static final List<String> KEYS =
            List.of("os.name", "os.version", "memory.total", "mount./my disk.free");

    private Completions() {}

    /** What the estate holds; where it has nothing to say, values that are hard to write. */
    static List<String> values(Wanted.Value wanted) {
        return known(wanted)
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(lower(wanted.prefix())))
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Stream<String> known(Wanted.Value wanted) {
        if (wanted instanceof Wanted.KeyOf) {
            return KEYS.stream();
        }
        if (wanted instanceof Wanted.OperandOf) {
            return Stream.of("3.0.14", "8GiB", "1d", "2026-05-31", "a b");
        }
        return switch (wanted.field().name()) {
            case "env" -> Stream.of("prod", "qa", "Red Hat Linux");
            case "pkg" -> Stream.of("openssl", "openssl-dev", "a*", "say \"hi\"", "bell\u0007");
            case "fact" -> Stream.of("Debian", "Red Hat Enterprise Linux");
            default -> Stream.of("", "a,b", "a!", "x:y", "(", "=");
        };
    }

    static Completion at(String textWithCaret) {
        int caret = textWithCaret.indexOf('|');
        return Estate.LANGUAGE.complete(textWithCaret.replace("|", ""), caret, Completions::values);
    }

    /** What is wanted, the text with the range in brackets, and the candidates as they insert. */
    static String shown(String textWithCaret) {
        String text = textWithCaret.replace("|", "");
        Completion completion = at(textWithCaret);
        String range =
                text.substring(0, completion.from())
                        + "["
                        + text.substring(completion.from(), completion.to())
                        + "]"
                        + text.substring(completion.to());
        String candidates =
                completion.candidates().stream()
                        .map(candidate -> "  " + candidate.insert().replaceAll(" $", "␣"))
                        .collect(Collectors.joining());
        return wanted(completion.wanted()) + "\n" + range + candidates;
    }

    private static String wanted(Wanted wanted) {
        String kind = wanted.getClass().getSimpleName();
        if (wanted instanceof Wanted.Value value) {
            return kind + " " + value.field().name() + " <" + value.prefix() + ">";
        }
        if (wanted instanceof Wanted.TermStart start) {
            return kind + " <" + start.prefix() + ">";
        }
        if (wanted instanceof Wanted.FreeText text) {
            return kind + " <" + text.prefix() + ">";
        }
        return wanted instanceof Wanted.OperatorOf of ? kind + " " + of.field().name() : kind;
    }
}
