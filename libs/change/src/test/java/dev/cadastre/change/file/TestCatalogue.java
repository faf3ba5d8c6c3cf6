package dev.cadastre.change.file;

import dev.cadastre.change.EngineOperation;
import dev.cadastre.change.Operation;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Script;
import java.util.List;
import java.util.Map;

/** A few operations, whose scripts are their arguments. */
final class TestCatalogue {

    static final OperationCatalogue OPERATIONS =
            new OperationCatalogue(
                    List.of(
                            OperationForm.ofRun(
                                    "bundle.open",
                                    "takes the lock",
                                    List.of(
                                            Parameter.required(
                                                    "bundle", ParameterType.NAME, "its name")),
                                    arguments ->
                                            new EngineOperation.OpenBundle(
                                                    arguments.text("bundle"))),
                            OperationForm.ofHost(
                                    "files.copy",
                                    "copies a file",
                                    List.of(
                                            Parameter.required(
                                                    "source", ParameterType.FILE, "what"),
                                            Parameter.required(
                                                    "target", ParameterType.PATH, "where to"),
                                            Parameter.defaulted(
                                                    "mode", ParameterType.MODE, "0644", "its mode"),
                                            Parameter.optional(
                                                    "owner", ParameterType.NAME, "whose it is")),
                                    arguments -> new Shown("files.copy", arguments.texts())),
                            OperationForm.ofHost(
                                    "command.run",
                                    "runs a command",
                                    List.of(
                                            Parameter.required(
                                                    "command", ParameterType.WORDS, "its words")),
                                    TestCatalogue::command),
                            OperationForm.ofHost(
                                    "values.show",
                                    "shows what a template would find",
                                    List.of(),
                                    arguments -> new Found())),
                    (path, parameters) -> new Shown(path, parameters));

    private TestCatalogue() {}

    private static Operation command(Arguments arguments) {
        List<String> words = arguments.words("command");
        if (words.get(0).equals("rm")) {
            throw new IllegalArgumentException("removes nothing by hand");
        }
        return new Shown("command.run", Map.of("command", String.join("|", words)));
    }

    /** An operation whose script shows what it was told. */
    record Shown(String name, Map<String, String> told) implements ScriptOperation {

        @Override
        public String summary() {
            return told.toString();
        }

        @Override
        public Script script(ScriptContext context) {
            return Script.of("", "", told);
        }
    }

    /** An operation whose script shows the values of its context. */
    record Found() implements ScriptOperation {

        @Override
        public String name() {
            return "values.show";
        }

        @Override
        public String summary() {
            return "";
        }

        @Override
        public Script script(ScriptContext context) {
            return Script.of("", "", context.values());
        }
    }
}
