package dev.cadastre.server.change.apps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.file.OperationForm;
import dev.cadastre.change.portable.BuiltInOperations;
import org.junit.jupiter.api.Test;

class AppDriftTest {

    /** An operation that leaves something behind says in {@code AppDrift} what that is. */
    @Test
    void callsStepsOnlyWhatLooksAfterNothing() {
        assertThat(BuiltInOperations.catalogue((text, _) -> text).forms())
                .filteredOn(form -> AppDrift.kind(form.name()).equals("step"))
                .extracting(OperationForm::name)
                .containsExactlyInAnyOrder(
                        "bundle.open",
                        "bundle.close",
                        "note",
                        "wait.monitor",
                        "wait.for",
                        "daemon.restart",
                        "daemon.reload",
                        "command.run",
                        "script",
                        "program",
                        "test.run");
    }
}
