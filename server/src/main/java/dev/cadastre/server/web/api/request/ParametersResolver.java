package dev.cadastre.server.web.api.request;

import dev.cadastre.api.Problem;
import dev.cadastre.server.web.api.problem.Nearest;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Fills the records marked with {@link Parameters}. */
final class ParametersResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().isAnnotationPresent(Parameters.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return read(parameter.getParameterType(), request.getParameterMap());
    }

    /** The record, or a problem that names everything that is wrong. */
    static Object read(Class<?> type, Map<String, String[]> sent) {
        List<Problem.Part> problems = new ArrayList<>();
        RecordComponent[] components = type.getRecordComponents();
        unknown(components, sent, problems);
        @Nullable Object[] values =
                Arrays.stream(components)
                        .map(component -> value(component, sent, problems))
                        .toArray();
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    ProblemKind.PARAMETERS_BAD,
                    problems.size() == 1
                            ? "The parameter " + problems.getFirst().where() + " cannot be used."
                            : problems.size() + " parameters cannot be used.",
                    "Correct what \"problems\" names.",
                    problems);
        }
        return create(type, components, values);
    }

    private static Object create(
            Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return BeanUtils.instantiateClass(type.getDeclaredConstructor(types), values);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A record without its constructor: " + type, e);
        }
    }

    private static void unknown(
            RecordComponent[] components, Map<String, String[]> sent, List<Problem.Part> problems) {
        List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
        sent.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> unknown(name, known))
                .forEach(problems::add);
    }

    private static Problem.Part unknown(String name, List<String> known) {
        String remedy =
                Nearest.to(name, known)
                        .map(nearest -> "Perhaps " + nearest + " was meant.")
                        .orElseGet(() ->
                                known.isEmpty()
                                        ? "Leave it out."
                                        : "There are: " + String.join(", ", known) + ".");
        return new Problem.Part("parameter.unknown", name, "There is no such parameter.", remedy);
    }

    private static @Nullable Object value(
            RecordComponent component, Map<String, String[]> sent, List<Problem.Part> problems) {
        String name = component.getName();
        String[] texts = sent.getOrDefault(name, new String[0]);
        if (component.getType() == List.class) {
            return values(name, texts, problems);
        }
        if (texts.length > 1) {
            problems.add(part("parameter.repeated", name, "It is given more than once."));
            return null;
        }
        if (texts.length == 0 || texts[0].isBlank()) {
            if (!Nullness.nullable(component)) {
                problems.add(part("parameter.missing", name, "It is needed."));
            }
            return null;
        }
        try {
            return ParameterValue.parse(component.getType(), texts[0]);
        } catch (IllegalArgumentException e) {
            problems.add(part("parameter.wrong", name, String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** Of a parameter that may be repeated; none of them is empty. */
    private static List<String> values(String name, String[] texts, List<Problem.Part> problems) {
        List<String> values = new ArrayList<>();
        for (String text : texts) {
            try {
                if (!text.isBlank()) {
                    values.add((String) ParameterValue.parse(String.class, text));
                }
            } catch (IllegalArgumentException e) {
                problems.add(part("parameter.wrong", name, String.valueOf(e.getMessage())));
            }
        }
        return values;
    }

    private static Problem.Part part(String code, String name, String detail) {
        return new Problem.Part(code, name, detail, null);
    }
}
