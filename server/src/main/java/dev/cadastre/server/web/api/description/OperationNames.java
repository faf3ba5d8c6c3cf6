package dev.cadastre.server.web.api.description;

import dev.cadastre.server.web.api.request.Nullness;
import dev.cadastre.server.web.api.request.Parameters;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Names operations after controller and method, and says which parameters they need. */
final class OperationNames implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.setOperationId(name(handler));
        if (operation.getParameters() != null) {
            markRequired(operation.getParameters(), required(handler));
        }
        RequestBody body = operation.getRequestBody();
        if (body != null && Boolean.TRUE.equals(body.getRequired())) {
            body.getContent().values().forEach(content -> forbidNull(content.getSchema()));
        }
        return operation;
    }

    private static String name(HandlerMethod handler) {
        String noun = handler.getBeanType().getSimpleName().replace("Controller", "");
        String verb = handler.getMethod().getName();
        return noun.substring(0, 1).toLowerCase(Locale.ROOT) + noun.substring(1) + "_" + verb;
    }

    private static void markRequired(List<Parameter> parameters, Set<String> required) {
        for (Parameter parameter : parameters) {
            if ("query".equals(parameter.getIn())) {
                parameter.setRequired(required.contains(parameter.getName()) ? true : null);
                forbidNull(parameter.getSchema());
            }
        }
    }

    /** A query cannot say null, and a body that is needed must not; what they hold may lack. */
    private static void forbidNull(@Nullable Schema<?> schema) {
        if (schema != null && schema.getTypes() != null) {
            schema.getTypes().remove("null");
        }
    }

    private static Set<String> required(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .filter(type -> type.isAnnotationPresent(Parameters.class))
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> !Nullness.nullable(component))
                .filter(component -> component.getType() != List.class)
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
