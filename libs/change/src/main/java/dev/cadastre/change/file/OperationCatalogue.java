package dev.cadastre.change.file;

import dev.cadastre.change.Operation;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The operations that a file may name. One that begins with {@code ./} is an executable beside the
 * file; all keys of its step are its parameters. Immutable.
 */
public final class OperationCatalogue {

    static final String EXECUTABLE = "./";

    private final Map<String, OperationForm> forms = new LinkedHashMap<>();
    private final BiFunction<String, Map<String, String>, Operation> executables;

    /**
     * One of these forms.
     *
     * @param executables makes operations of an executable's path below the change's folder and its
     *     parameters
     */
    public OperationCatalogue(
            List<OperationForm> forms,
            BiFunction<String, Map<String, String>, Operation> executables) {
        forms.forEach(form -> this.forms.put(form.name(), form));
        this.executables = executables;
    }

    /** All forms, in their order. */
    public Collection<OperationForm> forms() {
        return Collections.unmodifiableCollection(forms.values());
    }

    /** The form of an operation's name; empty if there is none. */
    public Optional<OperationForm> find(String name) {
        if (name.startsWith(EXECUTABLE) && ParameterType.FILE.takes(path(name))) {
            return Optional.of(
                    OperationForm.ofHost(
                            name,
                            "an executable of the change",
                            List.of(),
                            arguments -> executables.apply(path(name), arguments.texts())));
        }
        return Optional.ofNullable(forms.get(name));
    }

    /** Whether it takes whatever keys there are. */
    static boolean takesAll(OperationForm form) {
        return form.name().startsWith(EXECUTABLE);
    }

    private static String path(String name) {
        return name.substring(EXECUTABLE.length());
    }
}
