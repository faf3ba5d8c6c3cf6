package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.query.Place;
import dev.cadastre.query.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A query as it was typed.
 *
 * @param text its words, with a space between
 */
record QueryText(String text) {

    static QueryText of(List<String> words) {
        return new QueryText(String.join(" ", words));
    }

    /** Whether a word of a command line is a term of a query rather than the name of a host. */
    static boolean isTerm(String word) {
        return !word.matches("[A-Za-z0-9._~-]+");
    }

    Path applyTo(Path path) {
        return text.isBlank() ? path : path.with("q", text);
    }

    /** What {@code answer} gives; where the query is at fault, the failure points at the places. */
    <T> T explaining(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (Failure failure) {
            List<String> lines = failure.problems().stream().flatMap(this::pointed).toList();
            if (lines.isEmpty()) {
                throw failure;
            }
            List<String> remarks = new ArrayList<>(lines);
            remarks.add(failure.remarks().getLast());
            throw new Failure(failure.kind(), "The query cannot be answered.", remarks);
        }
    }

    /** The query and the carets below it; nothing for a problem without a place. */
    private Stream<String> pointed(Json problem) {
        int column = number(problem, "column");
        int length = number(problem, "length");
        if (column < 1 || length < 1) {
            return Stream.empty();
        }
        return new Problem(
                        problem.text("code").orElse(""),
                        new Place(column, length),
                        problem.text("detail").orElse(""),
                        problem.text("suggestion").orElse(null))
                .render(text)
                .lines();
    }

    private static int number(Json problem, String name) {
        return problem.text(name).map(Integer::parseInt).orElse(0);
    }
}
