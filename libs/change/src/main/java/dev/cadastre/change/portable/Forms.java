package dev.cadastre.change.portable;

import dev.cadastre.change.Operation;
import dev.cadastre.change.file.OperationForm;
import dev.cadastre.change.file.Parameter;
import dev.cadastre.change.file.ParameterType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Forms of operations, and how operations are written in them. For one thread while it is made. */
final class Forms {

    /** An operation as it is written. */
    record Written(String op, Map<String, String> parameters) {

        Written {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }

    private final List<OperationForm> forms = new ArrayList<>();
    private final Map<Class<?>, Function<Operation, Written>> writers = new LinkedHashMap<>();

    Forms add(OperationForm form) {
        forms.add(form);
        return this;
    }

    /** Says how operations of a class are written in the form of that name. */
    <T extends Operation> Forms write(Class<T> type, String op, Function<T, Texts> texts) {
        writers.put(
                type, operation -> new Written(op, texts.apply(type.cast(operation)).parameters()));
        return this;
    }

    List<OperationForm> forms() {
        return Collections.unmodifiableList(forms);
    }

    /** As it is written; empty if it is none of these. */
    Optional<Written> written(Operation operation) {
        return Optional.ofNullable(writers.get(operation.getClass()))
                .map(writer -> writer.apply(operation));
    }

    static Parameter required(String name, ParameterType type, String help) {
        return Parameter.required(name, type, help);
    }

    static Parameter optional(String name, ParameterType type, String help) {
        return Parameter.optional(name, type, help);
    }

    static Parameter turned(String name, boolean on, String help) {
        return Parameter.defaulted(name, ParameterType.SWITCH, on ? "yes" : "no", help);
    }
}
