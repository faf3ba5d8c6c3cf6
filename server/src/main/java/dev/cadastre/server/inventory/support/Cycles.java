package dev.cadastre.server.inventory.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The numbers that lines of releases are named by. */
final class Cycles {

    /** From the oldest to the newest, number by number. */
    static final Comparator<String> ORDER = Cycles::compare;

    private static final int LONGEST = 200;
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})*");
    private static final Pattern EPOCH = Pattern.compile("^\\d{1,9}:");

    private Cycles() {}

    /** The first numbers in a version or a system's name, {@code 10.6.12}; empty without any. */
    static Optional<String> numbers(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        Matcher matcher = NUMBERS.matcher(EPOCH.matcher(bounded).replaceFirst(""));
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** What a version's line may be called, the most specific first: 3.9.2, 3.9, 3. */
    static Stream<String> candidates(String numbers) {
        List<String> candidates = new ArrayList<>();
        String rest = numbers;
        while (true) {
            candidates.add(rest);
            int dot = rest.lastIndexOf('.');
            if (dot < 0) {
                return candidates.stream();
            }
            rest = rest.substring(0, dot);
        }
    }

    private static int compare(String a, String b) {
        String[] left = a.split("\\.", -1);
        String[] right = b.split("\\.", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int compared = part(left[i], right[i]);
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static int part(String a, String b) {
        boolean numbers = isNumber(a) && isNumber(b);
        return numbers ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : a.compareTo(b);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= 18
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
