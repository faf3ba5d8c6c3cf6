package dev.cadastre.server.web.api;

import dev.cadastre.api.Problem;
import dev.cadastre.server.inventory.support.Support;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How soon an end has to be for it to be named. */
public final class Within {

    private static final Pattern DAYS = Pattern.compile("\\d{1,4}d");

    private Within() {}

    /** The days in {@code 180d}; the usual ones if there is nothing. */
    public static int days(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Support.SOON;
        }
        if (!DAYS.matcher(text).matches()) {
            throw new ProblemException(
                    ProblemKind.PARAMETERS_BAD,
                    "The parameter within cannot be used.",
                    "Give a number of days such as 180d.",
                    List.of(
                            new Problem.Part(
                                    "parameter.wrong",
                                    "within",
                                    "It is a number of days up to 9999d.",
                                    null)));
        }
        return Integer.parseInt(text.substring(0, text.length() - 1));
    }
}
