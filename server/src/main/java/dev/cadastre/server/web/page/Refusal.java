package dev.cadastre.server.web.page;

import dev.cadastre.api.Problem;
import dev.cadastre.server.search.QueryRefused;
import dev.cadastre.server.web.api.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * Why what a form asks for was not done, to be shown above the form with what was entered.
 *
 * @param status of the answer
 * @param message what is wrong, as sentences; null if the query tells it
 * @param faults what is wrong with the query, each in two lines: the query, and carets below
 */
public record Refusal(HttpStatusCode status, @Nullable String message, List<String> faults) {

    static Refusal of(ProblemException refused) {
        Problem problem = refused.problem(null);
        return new Refusal(
                HttpStatusCode.valueOf(problem.status()),
                Stream.concat(
                                Stream.of(problem.detail()),
                                problem.problems().stream().map(Problem.Part::detail))
                        .collect(Collectors.joining(" ")),
                List.of());
    }

    static Refusal of(QueryRefused refused) {
        return new Refusal(
                HttpStatus.BAD_REQUEST,
                null,
                refused.problems().stream()
                        .map(problem -> problem.render(refused.text()))
                        .toList());
    }
}
