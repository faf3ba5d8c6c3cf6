package dev.cadastre.change.portable;

import static dev.cadastre.change.portable.FileForms.text;
import static dev.cadastre.change.portable.Forms.optional;
import static dev.cadastre.change.portable.Forms.required;
import static dev.cadastre.change.portable.Forms.turned;

import dev.cadastre.change.file.Arguments;
import dev.cadastre.change.file.OperationForm;
import dev.cadastre.change.file.Parameter;
import dev.cadastre.change.file.ParameterType;
import dev.cadastre.change.operation.MigrateDatabase;
import dev.cadastre.change.operation.RunCommand;
import dev.cadastre.change.operation.RunTest;
import dev.cadastre.change.operation.WaitFor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Operations that run what others wrote, or wait for it. */
final class CommandForms {

    private CommandForms() {}

    static void addTo(Forms forms) {
        command(forms);
        test(forms);
        migrate(forms);
        waitFor(forms);
    }

    private static void command(Forms forms) {
        forms.add(
                        OperationForm.ofHost(
                                "command.run",
                                "runs a command",
                                List.of(
                                        required("command", ParameterType.SHELL, "what is run"),
                                        optional(
                                                "unless",
                                                ParameterType.SHELL,
                                                "succeeds if there is nothing to do"),
                                        optional(
                                                "creates",
                                                ParameterType.PATH,
                                                "is there if there is nothing to do"),
                                        optional("folder", ParameterType.PATH, "where it runs")),
                                given ->
                                        new RunCommand(
                                                given.text("command"),
                                                text(given, "unless"),
                                                text(given, "creates"),
                                                text(given, "folder"))))
                .write(
                        RunCommand.class,
                        "command.run",
                        run ->
                                Texts.of("command", run.command())
                                        .some("unless", run.unless())
                                        .some("creates", run.creates())
                                        .some("folder", run.folder()));
    }

    private static void test(Forms forms) {
        forms.add(
                        OperationForm.ofHost(
                                "test.run",
                                "runs a test, and ends the job if it fails",
                                List.of(
                                        optional("file", ParameterType.FILE, "is sent and run"),
                                        optional("arguments", ParameterType.WORDS, "of the file"),
                                        optional("command", ParameterType.SHELL, "or what is run"),
                                        Parameter.defaulted(
                                                "form",
                                                ParameterType.NAME,
                                                "nagios",
                                                "nagios or tap"),
                                        turned("warnings", false, "lets warnings pass")),
                                given ->
                                        new RunTest(
                                                text(given, "file"),
                                                given.words("arguments"),
                                                text(given, "command"),
                                                form(given.text("form")),
                                                given.isOn("warnings"))))
                .write(
                        RunTest.class,
                        "test.run",
                        test ->
                                new Texts()
                                        .some("file", test.file())
                                        .words("arguments", test.arguments())
                                        .some("command", test.command())
                                        .and("form", test.form().name().toLowerCase(Locale.ROOT))
                                        .unless(false, "warnings", test.warnings()));
    }

    private static RunTest.Form form(String name) {
        return Arrays.stream(RunTest.Form.values())
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("form is nagios or tap, not " + name));
    }

    private static void migrate(Forms forms) {
        forms.add(
                        OperationForm.ofHost(
                                "database.migrate",
                                "brings a database's schema to a version",
                                List.of(
                                        required("wished", ParameterType.TEXT, "the version"),
                                        required(
                                                "version",
                                                ParameterType.SHELL,
                                                "prints the version that there is"),
                                        optional("copy", ParameterType.SHELL, "makes a copy"),
                                        required("migrate", ParameterType.SHELL, "migrates"),
                                        optional("discard", ParameterType.SHELL, "removes a copy"),
                                        optional("revert", ParameterType.SHELL, "migrates back")),
                                given ->
                                        new MigrateDatabase(
                                                given.text("wished"),
                                                given.text("version"),
                                                text(given, "copy"),
                                                given.text("migrate"),
                                                text(given, "discard"),
                                                text(given, "revert"))))
                .write(
                        MigrateDatabase.class,
                        "database.migrate",
                        migrate ->
                                Texts.of("wished", migrate.wished())
                                        .and("version", migrate.version())
                                        .some("copy", migrate.copy())
                                        .and("migrate", migrate.migrate())
                                        .some("discard", migrate.discard())
                                        .some("revert", migrate.revert()));
    }

    private static void waitFor(Forms forms) {
        forms.add(
                        OperationForm.ofHost(
                                "wait.for",
                                "waits until something is there, or gone",
                                List.of(
                                        optional("port", ParameterType.TEXT, "HOST:PORT"),
                                        optional("url", ParameterType.TEXT, "of the web"),
                                        optional("file", ParameterType.PATH, "that is to be"),
                                        optional("absence", ParameterType.PATH, "that is to go"),
                                        Parameter.defaulted(
                                                "within",
                                                ParameterType.DURATION,
                                                "1m",
                                                "how long at most")),
                                CommandForms::waitFor))
                .write(
                        WaitFor.class,
                        "wait.for",
                        wait ->
                                Texts.of(wait.form().name().toLowerCase(Locale.ROOT), wait.what())
                                        .and("within", Texts.time(wait.within())));
    }

    private static WaitFor waitFor(Arguments given) {
        List<WaitFor.Form> stated =
                Arrays.stream(WaitFor.Form.values())
                        .filter(form -> given.has(form.name().toLowerCase(Locale.ROOT)))
                        .toList();
        if (stated.size() != 1) {
            throw new IllegalArgumentException(
                    "it waits for one thing: state port, url, file or absence");
        }
        WaitFor.Form form = stated.get(0);
        return new WaitFor(
                form, given.text(form.name().toLowerCase(Locale.ROOT)), given.duration("within"));
    }
}
