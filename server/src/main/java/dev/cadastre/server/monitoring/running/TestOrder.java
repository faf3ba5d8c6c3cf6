package dev.cadastre.server.monitoring.running;

import dev.cadastre.change.operation.RunTest;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.TestText;
import dev.cadastre.server.monitoring.definition.CommandWords;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A test to be run on a host.
 *
 * @param arguments that it is called with, as they are
 * @param form how it tells what it found
 * @param account that it is run as; null for the one that connects
 */
record TestOrder(
        TestText test, List<String> arguments, RunTest.Form form, @Nullable String account) {

    /** Copies the arguments. */
    TestOrder {
        arguments = List.copyOf(arguments);
    }

    /**
     * What a definition says is to be run.
     *
     * @param arguments those of {@link #arguments}, with what their parameters stand for
     */
    static TestOrder of(MonitorDefinition definition, List<String> arguments) {
        return new TestOrder(
                Objects.requireNonNull(definition.test(), "a test monitor has a test"),
                arguments,
                definition
                        .setting(Kinds.FORM.name())
                        .map(form -> RunTest.Form.valueOf(form.toUpperCase(Locale.ROOT)))
                        .orElse(RunTest.Form.NAGIOS),
                definition.setting(Kinds.AS.name()).orElse(null));
    }

    /** The arguments as they are written; no value that is put in is ever divided. */
    static List<String> arguments(MonitorDefinition definition) {
        return definition
                .setting(Kinds.ARGUMENTS.name())
                .flatMap(CommandWords::of)
                .orElse(List.of());
    }
}
