package dev.cadastre.server.monitoring.check;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of somebody for a text of somebody else. It is matched in a time that only
 * grows with the text's length, as Prometheus does, and gives up when the time of a check is over.
 */
final class SafePattern {

    private static final int LONGEST = 1_000;

    /** Repetitions are written out before matching, those within others multiplied. */
    private static final long MOST_REPETITIONS = 1_000;

    private static final java.util.regex.Pattern COUNT =
            java.util.regex.Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?}");

    private final Pattern pattern;

    private SafePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** What came of a text. */
    sealed interface Reading {}

    record Usable(SafePattern pattern) implements Reading {}

    record Unusable(String why) implements Reading {}

    static Reading of(String text) {
        if (text.length() > LONGEST) {
            return new Unusable("it is longer than " + LONGEST + " characters");
        }
        if (repetitions(text) > MOST_REPETITIONS) {
            return new Unusable("its repetitions make more than " + MOST_REPETITIONS);
        }
        try {
            return new Usable(new SafePattern(Pattern.compile(text)));
        } catch (PatternSyntaxException e) {
            return new Unusable(e.getDescription());
        }
    }

    private static long repetitions(String text) {
        Matcher counts = COUNT.matcher(text);
        long all = 1;
        while (counts.find() && all <= MOST_REPETITIONS) {
            all *= Math.max(1, Math.max(count(counts.group(1)), count(counts.group(2))));
        }
        return all;
    }

    private static long count(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    /** Whether some part of the text matches. */
    boolean find(String text, Course course) throws CheckFailure {
        return timed(text, course, found -> pattern.matcher(found).find());
    }

    /** Whether all of the text matches. */
    boolean matches(String text, Course course) throws CheckFailure {
        return timed(text, course, found -> pattern.matcher(found).matches());
    }

    private static boolean timed(String text, Course course, Predicate<CharSequence> match)
            throws CheckFailure {
        try {
            return match.test(new TimedText(text, course));
        } catch (TimedText.OutOfTime e) {
            throw CheckFailure.unknown(
                    "matching a pattern takes longer than the check may", "Write it simpler.");
        }
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
