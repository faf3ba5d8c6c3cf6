package dev.cadastre.server.web.page;

import dev.cadastre.api.Problem;
import dev.cadastre.server.web.api.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/**
 * All that is wrong with what a form asked for, each to be shown beside its field.
 *
 * @param status of the answer
 * @param byField sentences by the name of the field; under the empty name what belongs to none
 */
public record FormFaults(HttpStatusCode status, Map<String, List<String>> byField) {

    /** Nothing is wrong. */
    public static final FormFaults NONE = new FormFaults(HttpStatus.OK, Map.of());

    /** Copies the map. */
    public FormFaults {
        byField = Map.copyOf(byField);
    }

    /**
     * The faults of a refusal.
     *
     * @param field the form's field for the place that a problem names; empty for none
     */
    public static FormFaults of(ProblemException refused, UnaryOperator<String> field) {
        Problem problem = refused.problem(null);
        Map<String, List<String>> byField = new LinkedHashMap<>();
        for (Problem.Part part : problem.problems()) {
            String name = field.apply(part.where());
            byField.computeIfAbsent(name, _ -> new ArrayList<>())
                    .add(name.isEmpty() ? sentences(part.detail(), part.remedy()) : part.detail());
        }
        if (byField.isEmpty()) {
            byField.put("", List.of(sentences(problem.detail(), problem.remedy())));
        }
        return new FormFaults(HttpStatusCode.valueOf(problem.status()), byField);
    }

    private static String sentences(String detail, @Nullable String then) {
        return (detail + " " + Objects.requireNonNullElse(then, "")).strip();
    }

    /** What is wrong with that field; empty if nothing is. */
    public List<String> of(String field) {
        return byField.getOrDefault(field, List.of());
    }

    /** The page that shows them, with their status. */
    public ModelAndView answered(ModelAndView page) {
        if (!byField.isEmpty()) {
            page.setStatus(status);
        }
        return page;
    }
}
