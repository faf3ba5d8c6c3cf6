package dev.cadastre.server.web.api;

import dev.cadastre.api.Problem;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a parameter that is a number.
 *
 * @param name of the parameter
 * @param usual what it is if nothing is sent
 */
public record NumberWithin(String name, int least, int most, int usual) {

    /** The number that was sent, or the usual one. */
    public int of(@Nullable Integer sent) {
        if (sent == null) {
            return usual;
        }
        if (sent < least || sent > most) {
            throw new ProblemException(
                    ProblemKind.PARAMETERS_BAD,
                    "The parameter " + name + " cannot be used.",
                    "Correct what \"problems\" names.",
                    List.of(
                            new Problem.Part(
                                    "parameter.wrong",
                                    name,
                                    "It is a whole number from %d to %d.".formatted(least, most),
                                    null)));
        }
        return sent;
    }
}
