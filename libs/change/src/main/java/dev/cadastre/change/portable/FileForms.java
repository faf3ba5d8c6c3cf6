package dev.cadastre.change.portable;

import static dev.cadastre.change.portable.Forms.optional;
import static dev.cadastre.change.portable.Forms.required;
import static dev.cadastre.change.portable.Forms.turned;

import dev.cadastre.change.Operation;
import dev.cadastre.change.file.Arguments;
import dev.cadastre.change.file.OperationForm;
import dev.cadastre.change.file.Parameter;
import dev.cadastre.change.file.ParameterType;
import dev.cadastre.change.operation.CopyFile;
import dev.cadastre.change.operation.CopyFolder;
import dev.cadastre.change.operation.EnsureDirectory;
import dev.cadastre.change.operation.FileRights;
import dev.cadastre.change.operation.InstallWheels;
import dev.cadastre.change.operation.PythonVenv;
import dev.cadastre.change.operation.RemoveFiles;
import dev.cadastre.change.operation.Rendering;
import dev.cadastre.change.operation.TemplateFile;
import dev.cadastre.change.operation.UnpackArchive;
import java.util.ArrayList;
import java.util.List;

/** Operations that bring files. */
final class FileForms {

    private static final Parameter TARGET =
            required("target", ParameterType.PATH, "where it is to be");
    private static final Parameter MODE = optional("mode", ParameterType.MODE, "its mode");
    private static final Parameter OWNER = optional("owner", ParameterType.NAME, "whose it is");
    private static final Parameter GROUP = optional("group", ParameterType.NAME, "its group");

    private FileForms() {}

    static void addTo(Forms forms, Rendering rendering) {
        copy(forms);
        template(forms, rendering);
        archive(forms);
        directory(forms);
        remove(forms);
        python(forms);
    }

    private static void copy(Forms forms) {
        forms.add(
                        OperationForm.ofHost(
                                "files.copy",
                                "brings a file, or all files of a folder",
                                List.of(
                                        required(
                                                "source",
                                                ParameterType.SOURCE,
                                                "a file of the change, or a folder with / at its"
                                                        + " end"),
                                        TARGET,
                                        MODE,
                                        OWNER,
                                        GROUP,
                                        optional(
                                                "folder_mode",
                                                ParameterType.MODE,
                                                "of a folder: the mode of it and those in it"),
                                        turned(
                                                "delete",
                                                false,
                                                "of a folder: removes what is not in the source")),
                                FileForms::copy))
                .write(
                        CopyFile.class,
                        "files.copy",
                        copy ->
                                rights(
                                        Texts.of("source", copy.source())
                                                .and("target", copy.target()),
                                        copy.rights()))
                .write(
                        CopyFolder.class,
                        "files.copy",
                        copy ->
                                rights(
                                                Texts.of("source", folder(copy.source()))
                                                        .and("target", copy.target()),
                                                copy.rights())
                                        .some("folder_mode", copy.folderMode())
                                        .unless(false, "delete", copy.delete()));
    }

    private static String folder(String source) {
        return source.isEmpty() ? "./" : source + "/";
    }

    private static Operation copy(Arguments given) {
        String source = given.text("source");
        if (source.endsWith("/")) {
            String folder = source.substring(0, source.length() - 1);
            return new CopyFolder(
                    folder.equals(".") ? "" : folder,
                    given.text("target"),
                    rights(given),
                    text(given, "folder_mode"),
                    given.isOn("delete"));
        }
        if (given.isOn("delete") || given.has("folder_mode")) {
            throw new IllegalArgumentException(
                    "delete and folder_mode are of folders: write source = %s/".formatted(source));
        }
        return new CopyFile(source, given.text("target"), rights(given));
    }

    private static void template(Forms forms, Rendering rendering) {
        forms.add(
                        OperationForm.ofHost(
                                "files.template",
                                "brings a file that is made from a template",
                                with(
                                        required(
                                                "template",
                                                ParameterType.FILE,
                                                "the template, a file of the change")),
                                given ->
                                        new TemplateFile(
                                                given.text("template"),
                                                given.text("target"),
                                                rights(given),
                                                rendering)))
                .write(
                        TemplateFile.class,
                        "files.template",
                        template ->
                                rights(
                                        Texts.of("template", template.template())
                                                .and("target", template.target()),
                                        template.rights()));
    }

    private static void archive(Forms forms) {
        List<Parameter> parameters =
                with(required("source", ParameterType.FILE, "tar, tar.gz or zip"));
        parameters.add(turned("strip", false, "leaves out the one folder that all is in"));
        forms.add(
                        OperationForm.ofHost(
                                "archive.unpack",
                                "makes a folder of an archive",
                                parameters,
                                given ->
                                        new UnpackArchive(
                                                given.text("source"),
                                                given.text("target"),
                                                given.isOn("strip"),
                                                rights(given))))
                .write(
                        UnpackArchive.class,
                        "archive.unpack",
                        unpack ->
                                rights(
                                                Texts.of("source", unpack.source())
                                                        .and("target", unpack.target()),
                                                unpack.rights())
                                        .unless(false, "strip", unpack.strip()));
    }

    private static void directory(Forms forms) {
        forms.add(
                        OperationForm.ofHost(
                                "directory.ensure",
                                "makes a folder",
                                List.of(TARGET, MODE, OWNER, GROUP),
                                given -> new EnsureDirectory(given.text("target"), rights(given))))
                .write(
                        EnsureDirectory.class,
                        "directory.ensure",
                        ensure -> rights(Texts.of("target", ensure.target()), ensure.rights()));
    }

    private static void remove(Forms forms) {
        forms.add(
                        OperationForm.ofHost(
                                "files.remove",
                                "takes a file away, or a folder with all that is in it",
                                List.of(
                                        required(
                                                "target",
                                                ParameterType.PATH,
                                                "what is to be there no longer"),
                                        turned(
                                                "folder",
                                                false,
                                                "whether it is a folder, which goes with all that"
                                                        + " is in it")),
                                given ->
                                        new RemoveFiles(
                                                given.text("target"), given.isOn("folder"))))
                .write(
                        RemoveFiles.class,
                        "files.remove",
                        remove ->
                                Texts.of("target", remove.target())
                                        .unless(false, "folder", remove.folder()));
    }

    private static void python(Forms forms) {
        forms.add(
                        OperationForm.ofHost(
                                "python.venv",
                                "makes a virtual environment of Python",
                                List.of(
                                        TARGET,
                                        optional(
                                                "python",
                                                ParameterType.TEXT,
                                                "the interpreter, python3 if nothing is stated")),
                                given ->
                                        new PythonVenv(
                                                given.text("target"), text(given, "python"))))
                .write(
                        PythonVenv.class,
                        "python.venv",
                        venv -> Texts.of("target", venv.target()).some("python", venv.python()))
                .add(
                        OperationForm.ofHost(
                                "python.install",
                                "installs wheels of the change",
                                List.of(
                                        required(
                                                "source", ParameterType.FILE, "a folder of wheels"),
                                        required(
                                                "venv",
                                                ParameterType.PATH,
                                                "the virtual environment")),
                                given ->
                                        new InstallWheels(
                                                given.text("source"), given.text("venv"))))
                .write(
                        InstallWheels.class,
                        "python.install",
                        install ->
                                Texts.of("source", install.source()).and("venv", install.venv()));
    }

    private static List<Parameter> with(Parameter source) {
        return new ArrayList<>(List.of(source, TARGET, MODE, OWNER, GROUP));
    }

    private static FileRights rights(Arguments given) {
        return new FileRights(text(given, "mode"), text(given, "owner"), text(given, "group"));
    }

    private static Texts rights(Texts texts, FileRights rights) {
        return texts.some("mode", rights.mode())
                .some("owner", rights.owner())
                .some("group", rights.group());
    }

    static String text(Arguments given, String name) {
        return given.find(name).orElse("");
    }
}
