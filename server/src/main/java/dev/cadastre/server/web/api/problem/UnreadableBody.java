package dev.cadastre.server.web.api.problem;

import dev.cadastre.api.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a JSON body goes wrong, without naming our classes. */
final class UnreadableBody {

    private static final String REMEDY = "Compare it with /api/v1/openapi.json.";

    private UnreadableBody() {}

    static ProblemException explain(HttpMessageNotReadableException unreadable) {
        JacksonException cause = Explanation.cause(unreadable, JacksonException.class);
        return switch (cause) {
            case null -> problem("There is no body, or it ended early.", List.of());
            case StreamReadException syntax -> syntax(syntax);
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case InvalidFormatException wrong -> wrongValue(wrong);
            case MismatchedInputException wrong ->
                    problem("A field holds another kind of value than it should.", part(wrong, ""));
            default -> problem("The body is JSON but not what is expected.", List.of());
        };
    }

    private static ProblemException syntax(StreamReadException syntax) {
        var place = syntax.getLocation();
        return problem(
                place == null
                        ? "The body is not JSON."
                        : "The body is not JSON at line %d, column %d."
                                .formatted(place.getLineNr(), place.getColumnNr()),
                List.of());
    }

    private static ProblemException unknownField(UnrecognizedPropertyException unknown) {
        String known =
                unknown.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return problem("A field is not known.", part(unknown, "The fields are: " + known + "."));
    }

    private static ProblemException wrongValue(InvalidFormatException wrong) {
        Object[] constants = wrong.getTargetType().getEnumConstants();
        String allowed =
                constants == null
                        ? ""
                        : "It is one of "
                                + Arrays.stream(constants)
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", "))
                                + ".";
        return problem("A field holds a value that it cannot.", part(wrong, allowed));
    }

    private static List<Problem.Part> part(DatabindException cause, String detail) {
        String where =
                cause.getPath().stream().map(UnreadableBody::step).collect(Collectors.joining("."));
        return List.of(
                new Problem.Part(
                        ProblemKind.BODY_UNREADABLE.code(),
                        where.isEmpty() ? "body" : where,
                        detail.isEmpty() ? "It has the wrong type." : detail,
                        null));
    }

    private static String step(JacksonException.Reference reference) {
        String name = reference.getPropertyName();
        return name == null ? Integer.toString(reference.getIndex()) : name;
    }

    private static ProblemException problem(String detail, List<Problem.Part> parts) {
        return new ProblemException(ProblemKind.BODY_UNREADABLE, detail, REMEDY, parts);
    }
}
