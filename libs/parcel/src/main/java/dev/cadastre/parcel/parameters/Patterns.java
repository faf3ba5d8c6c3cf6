package dev.cadastre.parcel.parameters;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.SchemaException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Expressions of RE2, which take time in proportion to the text whatever they are; and all of them
 * together no more than {@link #MOST_WORK} for one check. For one thread.
 */
final class Patterns implements RegularExpressionFactory {

    /** How many characters an expression may have. */
    static final int LONGEST = 1_000;

    /** How many instructions all expressions of a schema may have. */
    static final int MOST_INSTRUCTIONS = 100_000;

    /** How many instructions may be tried at characters in one check. */
    private static final long MOST_WORK = 100_000_000;

    /** More than a check may take. The library logs what is none of its own exceptions. */
    static final class TooMuchWork extends SchemaException {
        private static final long serialVersionUID = 1;

        TooMuchWork() {
            super("patterns are tried at too many characters");
        }
    }

    private final Map<String, Pattern> compiled = new HashMap<>();
    private long instructions;
    private long work;

    /** Why an expression is none; null if it is one. */
    @Nullable String refusal(String expression) {
        if (expression.length() > LONGEST) {
            return "it has more than 1,000 characters";
        }
        if (instructions > MOST_INSTRUCTIONS) {
            return "all patterns together are too much";
        }
        if (Repetitions.areTooMany(expression)) {
            return "it repeats a part more than 1,000 times, what is around it included";
        }
        try {
            Pattern pattern = Pattern.compile(expression);
            if (compiled.put(expression, pattern) == null) {
                instructions += pattern.programSize();
            }
            return instructions > MOST_INSTRUCTIONS ? "all patterns together are too much" : null;
        } catch (PatternSyntaxException e) {
            return e.getDescription();
        } catch (StackOverflowError e) {
            return "it is nested too deep";
        }
    }

    /** Forgets how much was done: another check begins. */
    void begin() {
        work = 0;
    }

    /**
     * An expression that was not refused.
     *
     * @throws TooMuchWork when it is tried at too many characters
     */
    @Override
    public RegularExpression getRegularExpression(String expression) {
        Pattern pattern = compiled.computeIfAbsent(expression, Pattern::compile);
        return text -> {
            work += (text.length() + 1L) * pattern.programSize();
            if (work > MOST_WORK) {
                throw new TooMuchWork();
            }
            return pattern.matcher(text).find();
        };
    }
}
