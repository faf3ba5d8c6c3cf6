package dev.cadastre.change.file;

import dev.cadastre.change.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An operation as it is written in a file.
 *
 * @param name its name, {@code files.copy} for one
 * @param help what it does, in a sentence
 * @param parameters what it is told
 * @param ofHost whether it is made for each host anew, so that its parameters may refer to values
 *     of the host; it is a {@link dev.cadastre.change.ScriptOperation} then
 * @param maker makes it of arguments that fit the parameters; whatever else is wrong with them it
 *     tells by an IllegalArgumentException
 */
public record OperationForm(
        String name,
        String help,
        List<Parameter> parameters,
        boolean ofHost,
        Function<Arguments, Operation> maker) {

    /** Copies what can be changed. */
    public OperationForm {
        parameters = List.copyOf(parameters);
    }

    /** The executable beside the file that it runs; empty if it is built in. */
    Optional<String> executable() {
        return OperationCatalogue.takesAll(this)
                ? Optional.of(name.substring(OperationCatalogue.EXECUTABLE.length()))
                : Optional.empty();
    }

    /** One that is made for each host. */
    public static OperationForm ofHost(
            String name,
            String help,
            List<Parameter> parameters,
            Function<Arguments, Operation> maker) {
        return new OperationForm(name, help, parameters, true, maker);
    }

    /** One that is the same for all hosts. */
    public static OperationForm ofRun(
            String name,
            String help,
            List<Parameter> parameters,
            Function<Arguments, Operation> maker) {
        return new OperationForm(name, help, parameters, false, maker);
    }

    Optional<Parameter> parameter(String key) {
        return parameters.stream().filter(one -> one.name().equals(key)).findFirst();
    }
}
