package dev.cadastre.change.portable;

import dev.cadastre.change.Operation;
import dev.cadastre.change.file.OperationForm;
import dev.cadastre.change.file.Parameter;
import dev.cadastre.change.file.ParameterType;
import dev.cadastre.change.operation.Rendering;
import dev.cadastre.change.operation.TemplateFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Operations on files alone, moved below a folder that plays a host's root. They touch nothing
 * outside of it. Pure.
 */
public final class Relocation {

    private static final Set<String> OF_FILES =
            Set.of(
                    "files.copy",
                    "files.template",
                    "archive.unpack",
                    "directory.ensure",
                    "python.venv",
                    "python.install",
                    "wait.for");

    /** Of nobody but whoever the folder belongs to. */
    private static final Set<String> LEFT_OUT = Set.of("owner", "group");

    private static final Rendering NONE = (template, values) -> template;

    private Relocation() {}

    /**
     * The operation below a folder, without owners and groups.
     *
     * @return empty if it is none that works on files alone
     */
    public static Optional<Operation> below(Path root, Operation operation) {
        BuiltInOperations operations =
                BuiltInOperations.with(
                        operation instanceof TemplateFile file ? file.rendering() : NONE);
        return operations
                .written(operation)
                .filter(written -> OF_FILES.contains(written.op()))
                .flatMap(written -> moved(operations, root, written))
                .flatMap(operations::read);
    }

    /** Empty if it names no path, and therefore waits for something elsewhere. */
    private static Optional<Forms.Written> moved(
            BuiltInOperations operations, Path root, Forms.Written written) {
        OperationForm form = operations.catalogue().find(written.op()).orElseThrow();
        Map<String, String> parameters = new LinkedHashMap<>(written.parameters());
        parameters.keySet().removeAll(LEFT_OUT);
        boolean moved = false;
        for (Parameter parameter : form.parameters()) {
            if (parameter.type() == ParameterType.PATH) {
                moved |=
                        parameters.computeIfPresent(parameter.name(), (name, path) -> root + path)
                                != null;
            }
        }
        return moved ? Optional.of(new Forms.Written(written.op(), parameters)) : Optional.empty();
    }
}
