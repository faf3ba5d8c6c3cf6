package dev.cadastre.parcel.parameters;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often an expression has one part of it repeated when all counts are written out, as {@code
 * (a{20}){30}} does 600 times. RE2 itself allows {@link #MOST}; re2j compiles whatever there is,
 * and runs out of memory.
 */
final class Repetitions {

    static final long MOST = 1_000;

    /** What is read as one: an escape, a class, a count, or whatever single character it is. */
    private static final Pattern PART =
            Pattern.compile(
                    "\\\\Q(?:(?!\\\\E).)*+(?:\\\\E)?"
                            + "|\\\\[pPx]\\{[^}]*+}"
                            + "|\\\\."
                            + "|\\[\\^?]?(?:\\[:\\^?[a-z]++:]|\\\\.|[^\\]\\\\])*+]"
                            + "|\\{(?<least>[0-9]{1,4})(?:,(?<most>[0-9]{0,4}))?}"
                            + "|.",
                    Pattern.DOTALL);

    private final Deque<Long> around = new ArrayDeque<>();
    private long group = 1;
    private long last = 1;

    private Repetitions() {}

    /** Whether some part is repeated more often than RE2 allows. */
    static boolean areTooMany(String expression) {
        return new Repetitions().most(expression) > MOST;
    }

    private long most(String expression) {
        Matcher part = PART.matcher(expression);
        while (part.find() && last <= MOST) {
            if (part.group("least") != null) {
                repeat(count(part));
            } else {
                part(part.group());
            }
        }
        return last > MOST ? last : around.stream().reduce(group, Math::max);
    }

    private void part(String text) {
        if (text.equals("(")) {
            around.push(group);
            group = 1;
            last = 1;
        } else if (text.equals(")") && !around.isEmpty()) {
            last = group;
            group = Math.max(group, around.pop());
        } else if (!text.equals("*") && !text.equals("+") && !text.equals("?")) {
            last = 1;
        }
    }

    private void repeat(long count) {
        last *= count;
        group = Math.max(group, last);
    }

    private static long count(Matcher part) {
        String most = part.group("most");
        String least = part.group("least");
        return Math.max(1, Long.parseLong(most == null || most.isEmpty() ? least : most));
    }
}
