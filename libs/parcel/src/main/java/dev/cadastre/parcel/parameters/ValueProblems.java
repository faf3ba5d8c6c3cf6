package dev.cadastre.parcel.parameters;

import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be wrong with values, in words that tell no secret. For one thread. */
final class ValueProblems {

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> list() {
        return problems;
    }

    /** How many there are. */
    int count() {
        return problems.size();
    }

    /** Brings those since then into the order of their file. */
    void order(int since) {
        problems.subList(since, problems.size()).sort(Problem.BY_PLACE);
    }

    private void add(Origin origin, String code, String message, String remedy) {
        if (problems.size() < Problems.MOST) {
            problems.add(
                    Problem.error(
                            origin.file(), origin.line(), 0, "parameter." + code, message, remedy));
        }
    }

    void unknown(String name, Origin origin, Collection<String> known) {
        @Nullable String meant = Spelling.closest(name, known);
        add(
                origin,
                "unknown",
                "there is no parameter " + Quoted.of(name),
                meant == null ? "leave it out" : "write %s, if that is meant".formatted(meant));
    }

    void type(Parameter parameter, String layer, Given given, String reason) {
        String written = parameter.secret() ? "" : given.written().map(Quoted::of).orElse("");
        add(
                given.origin(),
                "type",
                "%s from %s is not taken%s: %s"
                        .formatted(
                                parameter.name(),
                                layer,
                                written.isEmpty() ? "" : ", " + written,
                                reason),
                "give %s".formatted(expected(parameter)));
    }

    private static String expected(Parameter parameter) {
        return parameter
                .itemType()
                .map(item -> "an array, each of its members " + item.named())
                .orElse(parameter.type().named());
    }

    void misfit(Candidate candidate, Violation violation) {
        String name = candidate.name();
        add(
                candidate.origin(),
                "value",
                "%s from %s does not fit: %s"
                        .formatted(name, candidate.layer(), violation.message()),
                "give one that fits its schema");
    }

    void together(Origin origin, Violation violation) {
        add(
                origin,
                "value",
                "the values do not go together: " + violation.message(),
                "see what the schema says of them");
    }

    void missing(String name, Origin origin, String reason, List<String> layers) {
        add(
                origin,
                "missing",
                "%s has no value%s".formatted(name, reason),
                layers.isEmpty() ? "give one" : "give one in any of: " + String.join(", ", layers));
    }

    void tooLarge(Origin origin, String layer) {
        add(
                origin,
                "too-large",
                "there is too much in %s to check it".formatted(layer),
                "give fewer or shorter values");
    }
}
