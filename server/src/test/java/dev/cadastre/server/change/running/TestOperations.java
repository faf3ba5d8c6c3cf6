package dev.cadastre.server.change.running;

import dev.cadastre.change.EngineOperation;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.file.Arguments;
import dev.cadastre.change.file.OperationCatalogue;
import dev.cadastre.change.file.OperationForm;
import dev.cadastre.change.file.Parameter;
import dev.cadastre.change.file.ParameterType;
import dev.cadastre.change.script.Script;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Operations that {@link FakeHost} understands, in the place of those that need a shell. */
@Configuration(proxyBeanMethods = false)
class TestOperations {

    @Primary
    @Bean
    OperationCatalogue testCatalogue() {
        return new OperationCatalogue(
                List.of(
                        OperationForm.ofRun(
                                "bundle.open",
                                "takes the lock",
                                List.of(text("bundle")),
                                told -> new EngineOperation.OpenBundle(told.text("bundle"))),
                        OperationForm.ofRun(
                                "bundle.close",
                                "gives it back",
                                List.of(),
                                _ -> new EngineOperation.CloseBundle()),
                        OperationForm.ofRun(
                                "note",
                                "asks",
                                List.of(text("text")),
                                told -> new EngineOperation.Note(told.text("text"))),
                        form("put"),
                        form("append")),
                (_, _) -> {
                    throw new IllegalArgumentException("there are no executables");
                });
    }

    private static Parameter text(String name) {
        return Parameter.required(name, ParameterType.TEXT, name);
    }

    private static OperationForm form(String word) {
        return OperationForm.ofHost(
                "test." + word,
                word,
                List.of(text("key"), text("value")),
                told -> new Wish(word, told));
    }

    private record Wish(String word, String key, String value) implements ScriptOperation {

        Wish(String word, Arguments told) {
            this(word, told.text("key"), told.text("value"));
        }

        @Override
        public String name() {
            return "test." + word;
        }

        @Override
        public String summary() {
            return "%s=%s".formatted(key, value);
        }

        @Override
        public Script script(ScriptContext context) {
            return Script.of(word, word, Map.of("key", key, "value", value));
        }

        @Override
        public @Nullable Script undo(ScriptContext context, Map<String, String> before) {
            return word.equals("put")
                    ? Script.of(
                            "put",
                            "put",
                            Map.of("key", key, "value", before.getOrDefault("was", "")))
                    : null;
        }
    }
}
