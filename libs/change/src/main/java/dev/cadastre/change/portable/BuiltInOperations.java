package dev.cadastre.change.portable;

import dev.cadastre.change.Operation;
import dev.cadastre.change.file.ChangeFile;
import dev.cadastre.change.file.OperationCatalogue;
import dev.cadastre.change.file.WrongValues;
import dev.cadastre.change.operation.Rendering;
import dev.cadastre.change.operation.RunExecutable;
import dev.cadastre.change.operation.TemplateFile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The operations that are built in, as they are written in files. Immutable. */
public final class BuiltInOperations {

    private final Forms forms = new Forms();
    private final OperationCatalogue catalogue;
    private final Rendering rendering;

    private BuiltInOperations(Rendering rendering) {
        this.rendering = rendering;
        RunForms.addTo(forms);
        FileForms.addTo(forms, rendering);
        SystemForms.addTo(forms);
        CommandForms.addTo(forms);
        forms.write(RunExecutable.class, "", run -> executable(run));
        this.catalogue = new OperationCatalogue(forms.forms(), RunExecutable::new);
    }

    private static Texts executable(RunExecutable run) {
        Texts texts = new Texts();
        run.parameters().forEach(texts::and);
        return texts;
    }

    /**
     * All of them, and executables of the change.
     *
     * @param rendering fills the templates
     */
    public static OperationCatalogue catalogue(Rendering rendering) {
        return with(rendering).catalogue;
    }

    static BuiltInOperations with(Rendering rendering) {
        return new BuiltInOperations(rendering);
    }

    OperationCatalogue catalogue() {
        return catalogue;
    }

    /** As a file writes it; empty if it is not built in, or fills templates by other means. */
    Optional<Forms.Written> written(Operation operation) {
        if (operation instanceof TemplateFile file && !file.rendering().equals(rendering)) {
            return Optional.empty();
        }
        return forms.written(operation)
                .map(written ->
                        operation instanceof RunExecutable
                                ? new Forms.Written(operation.name(), written.parameters())
                                : written);
    }

    /** What is read of what was written; empty if that is refused. */
    Optional<Operation> read(Forms.Written written) {
        ChangeText text = new ChangeText().section("change").literal("name", "x");
        text.section("step x").literal("op", written.op()).literals(written.parameters());
        try {
            return ChangeFile.read("", text.toString().getBytes(StandardCharsets.UTF_8), catalogue)
                    .file()
                    .map(file -> file.change().jobs().get(0).operation())
                    .map(read -> ChangeFile.made(read, Map.of()));
        } catch (WrongValues e) {
            return Optional.empty();
        }
    }
}
