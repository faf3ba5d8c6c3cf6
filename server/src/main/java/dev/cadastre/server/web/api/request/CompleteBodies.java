package dev.cadastre.server.web.api.request;

import dev.cadastre.api.Problem;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.lang.reflect.Type;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses JSON bodies that lack a field which their record does not let be null. */
@ControllerAdvice
class CompleteBodies extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        return type instanceof Class<?> body && body.isRecord();
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (body instanceof Record fields) {
            refuse(MissingFields.of(fields));
        }
        return body;
    }

    private static void refuse(List<String> missing) {
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ProblemKind.BODY_INCOMPLETE,
                    "The body lacks " + String.join(", ", missing) + ".",
                    "Compare it with /api/v1/openapi.json.",
                    missing.stream()
                            .map(path ->
                                    new Problem.Part("field.missing", path, "It is needed.", null))
                            .toList());
        }
    }
}
