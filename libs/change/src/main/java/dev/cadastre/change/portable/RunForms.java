package dev.cadastre.change.portable;

import static dev.cadastre.change.portable.FileForms.text;
import static dev.cadastre.change.portable.Forms.optional;
import static dev.cadastre.change.portable.Forms.required;
import static dev.cadastre.change.portable.Forms.turned;

import dev.cadastre.change.EngineOperation;
import dev.cadastre.change.file.OperationForm;
import dev.cadastre.change.file.Parameter;
import dev.cadastre.change.file.ParameterType;
import java.util.List;

/** What the run itself does, and what changes that were written in Java are compiled into. */
final class RunForms {

    private RunForms() {}

    static void addTo(Forms forms) {
        bundle(forms);
        people(forms);
        compiled(forms);
    }

    private static void bundle(Forms forms) {
        forms.add(
                        OperationForm.ofRun(
                                "bundle.open",
                                "takes the lock of each host",
                                List.of(required("bundle", ParameterType.NAME, "its name")),
                                given -> new EngineOperation.OpenBundle(given.text("bundle"))))
                .write(
                        EngineOperation.OpenBundle.class,
                        "bundle.open",
                        open -> Texts.of("bundle", open.bundle()))
                .add(
                        OperationForm.ofRun(
                                "bundle.close",
                                "gives the lock back",
                                List.of(),
                                given -> new EngineOperation.CloseBundle()))
                .write(EngineOperation.CloseBundle.class, "bundle.close", close -> new Texts());
    }

    private static void people(Forms forms) {
        forms.add(
                        OperationForm.ofRun(
                                "note",
                                "asks a person to do something",
                                List.of(required("text", ParameterType.TEXT, "what to do")),
                                given -> new EngineOperation.Note(given.text("text"))))
                .write(EngineOperation.Note.class, "note", note -> Texts.of("text", note.text()))
                .add(
                        OperationForm.ofRun(
                                "wait.monitor",
                                "waits until a monitor is in a state",
                                List.of(
                                        required("monitor", ParameterType.TEXT, "NAME@ASSET"),
                                        Parameter.defaulted(
                                                "state", ParameterType.NAME, "ok", "which"),
                                        Parameter.defaulted(
                                                "within",
                                                ParameterType.DURATION,
                                                "5m",
                                                "how long at most")),
                                given ->
                                        new EngineOperation.WaitForMonitor(
                                                given.text("monitor"),
                                                given.text("state"),
                                                given.duration("within"))))
                .write(
                        EngineOperation.WaitForMonitor.class,
                        "wait.monitor",
                        wait ->
                                Texts.of("monitor", wait.monitor())
                                        .and("state", wait.state())
                                        .and("within", Texts.time(wait.within())));
    }

    private static void compiled(Forms forms) {
        forms.add(
                        OperationForm.ofHost(
                                "script",
                                "does what a script of the change says",
                                List.of(
                                        required("about", ParameterType.TEXT, "what it does"),
                                        required("look", ParameterType.FILE, "the part that looks"),
                                        required("act", ParameterType.FILE, "the part that acts"),
                                        optional(
                                                "variables",
                                                ParameterType.FILE,
                                                "what both are told: texts, as a JSON object"),
                                        optional("payload", ParameterType.FILE, "what act reads"),
                                        turned("whole", false, "always sends all of the payload")),
                                given ->
                                        new CompiledScript(
                                                given.text("about"),
                                                given.text("look"),
                                                given.text("act"),
                                                text(given, "variables"),
                                                text(given, "payload"),
                                                given.isOn("whole"))))
                .write(CompiledScript.class, "script", CompiledScript::texts)
                .add(
                        OperationForm.ofRun(
                                "program",
                                "does what a program of the application's jar says",
                                List.of(required("about", ParameterType.TEXT, "what it does")),
                                given -> new CompiledProgram(given.text("about"))))
                .write(
                        CompiledProgram.class,
                        "program",
                        program -> Texts.of("about", program.about()));
    }
}
