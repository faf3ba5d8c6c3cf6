package dev.cadastre.change.portable;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.Given;
import dev.cadastre.change.Job;
import dev.cadastre.change.Operation;
import dev.cadastre.change.ProgramOperation;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FolderContext;
import dev.cadastre.change.file.ChangeFile;
import dev.cadastre.change.operation.Rendering;
import dev.cadastre.change.script.Script;
import dev.cadastre.ini.Problem;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Makes a folder of a change that was written in Java, which needs no program and means the same: a
 * {@code .change} file, the files of the change, and those that its own scripts were compiled into.
 * What is built in stays a step that people read. For one change.
 */
public final class ChangeWriter {

    /** Where compiled scripts are. */
    static final String COMPILED = "compiled";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final Change change;
    private final ChangeFolder files;
    private final Given given;
    private final BuiltInOperations builtIn;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, byte[]> written = new TreeMap<>();
    private final ChangeText undos = new ChangeText();

    private ChangeWriter(
            Change change, ChangeFolder files, Given given, BuiltInOperations builtIn) {
        this.change = change;
        this.files = files;
        this.given = given;
        this.builtIn = builtIn;
    }

    /**
     * Writes a change for the hosts that it was made for.
     *
     * @param files what its operations refer to
     * @param given what it was made for; scripts that are its own are made for these hosts alone
     * @param rendering what fills the templates of whoever reads it
     */
    public static ChangeWriting write(
            Change change, ChangeFolder files, Given given, Rendering rendering) {
        return new ChangeWriter(change, files, given, BuiltInOperations.with(rendering)).write();
    }

    private ChangeWriting write() {
        String file = change.name() + ".change";
        requireName("the change", change.name());
        files.files().stream()
                .filter(one -> one.path().equals(file) || one.path().startsWith(COMPILED + "/"))
                .forEach(one ->
                        error(
                                one.path(),
                                "change.file-taken",
                                "is where the compiled change is written",
                                "call it something else"));
        String text = text();
        written.put(file, text.getBytes(StandardCharsets.UTF_8));
        if (problems.stream().noneMatch(Problem::isError)) {
            problems.addAll(
                    ChangeFile.read(file, written.get(file), builtIn.catalogue()).problems());
        }
        Optional<PortableChange> portable =
                problems.stream().anyMatch(Problem::isError)
                        ? Optional.empty()
                        : folder().map(folder -> new PortableChange(folder, file));
        return new ChangeWriting(portable, problems);
    }

    private Optional<ChangeFolder> folder() {
        try {
            return Optional.of(files.with(written, Set.of()));
        } catch (IllegalArgumentException e) {
            error(
                    "the change",
                    "change.folder-wrong",
                    "cannot be written: " + line(e),
                    "make its files and scripts fewer or smaller");
            return Optional.empty();
        }
    }

    private String text() {
        ChangeText text = new ChangeText().section("change").literal("name", change.name());
        String summary = change.summary().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (!summary.isEmpty()) {
            text.literal("summary", summary);
        }
        change.jobs().forEach(job -> job(text, job));
        return text + (undos.toString().isEmpty() ? "" : "\n" + undos);
    }

    private void job(ChangeText text, Job job) {
        requireName("the job", job.name());
        text.section("step " + job.name());
        body(text, job, job.operation(), COMPILED + "/steps/" + job.name());
        if (job.at() != At.REMOTE) {
            text.template("at", job.at().name().toLowerCase(Locale.ROOT));
        }
        String account = job.as();
        if (account != null) {
            requireName("the account of " + job.name(), account);
            text.literal("as", account);
        }
        if (!job.limit().equals(Job.USUAL_LIMIT)) {
            text.template("timeout", Texts.time(job.limit()));
        }
        daemons(text, "restarts", job.restarts());
        daemons(text, "reloads", job.reloads());
        Operation undo = job.undo();
        if (undo != null) {
            text.template("undo", job.name());
            undos.section("undo " + job.name());
            body(undos, job, undo, COMPILED + "/undos/" + job.name());
        }
    }

    private void daemons(ChangeText text, String key, List<String> names) {
        names.forEach(name -> requireDaemon(key, name));
        if (!names.isEmpty()) {
            text.literal(key, String.join(", ", names));
        }
    }

    private void requireDaemon(String key, String name) {
        if (name.isBlank() || !name.strip().equals(name) || name.matches("(?s).*[,\n].*")) {
            error(
                    "%s: %s".formatted(key, name),
                    "change.parameter-wrong",
                    "is no name of a daemon",
                    "name it without commas, line ends and blanks around it");
        }
    }

    private void requireName(String what, String name) {
        if (!NAME.matcher(name).matches() || name.equals(".") || name.equals("..")) {
            error(
                    what,
                    "change.name-wrong",
                    "is called '%s'".formatted(name),
                    "name it with letters, digits, dots, dashes and underscores");
        }
    }

    private void body(ChangeText text, Job job, Operation operation, String folder) {
        Optional<Forms.Written> plain =
                builtIn.written(operation)
                        .filter(one -> builtIn.read(one).filter(operation::equals).isPresent());
        if (plain.isPresent()) {
            text.literal("op", plain.get().op()).literals(plain.get().parameters());
        } else if (operation instanceof ScriptOperation scripted) {
            script(text, job, scripted, folder);
        } else if (operation instanceof ProgramOperation) {
            program(text, job, operation);
        } else {
            error(
                    job.name(),
                    "change.operation-wrong",
                    "is done by %s, which cannot be written".formatted(operation.name()),
                    "make it a script or a program, or correct its parameters");
        }
    }

    private void program(ChangeText text, Job job, Operation operation) {
        if (job.at() != At.LOCAL) {
            error(
                    job.name(),
                    "change.program-elsewhere",
                    "is a program, and is to run on hosts",
                    "let it be done at LOCAL, or make it a script");
        }
        CompiledProgram program = new CompiledProgram(ScriptCompiler.about(operation));
        text.literal("op", program.name()).literal("about", program.about());
    }

    private void script(ChangeText text, Job job, ScriptOperation operation, String folder) {
        SortedMap<String, Script> scripts = new TreeMap<>();
        contexts(job)
                .forEach((place, context) ->
                        made(job, operation, place, context)
                                .ifPresent(script -> scripts.put(place, script)));
        if (scripts.isEmpty()) {
            return;
        }
        ScriptCompiler compiler = new ScriptCompiler(folder, scripts);
        CompiledScript compiled = compiler.compiled(operation);
        written.putAll(compiler.files());
        Map<String, String> parameters = new TreeMap<>(compiled.texts().parameters());
        parameters.remove("about");
        text.literal("op", compiled.name()).literal("about", compiled.about());
        parameters.forEach(text::template);
        boolean undoesItself =
                ScriptCompiler.isOwn(operation, "undo", ScriptContext.class, Map.class);
        if (undoesItself && job.undo() == null) {
            warnOfUndo(job);
        }
    }

    private void warnOfUndo(Job job) {
        problems.add(
                Problem.warning(
                        job.name(),
                        0,
                        0,
                        "change.undo-lost",
                        "is undone by code that is not on the way with it",
                        "name an operation that undoes it (undoneBy) if it is to be undone"));
    }

    private SortedMap<String, ScriptContext> contexts(Job job) {
        SortedMap<String, ScriptContext> contexts = new TreeMap<>();
        if (job.at() != At.LOCAL) {
            given.hosts()
                    .keySet()
                    .forEach(host ->
                            contexts.put(
                                    host, FolderContext.host(files, host, given.values(host))));
        }
        if (job.at() != At.REMOTE) {
            ScriptContext local = FolderContext.local(files, given.parameters());
            if (contexts.put(FolderContext.THIS_MACHINE, local) != null) {
                error(
                        job.name(),
                        "change.host-wrong",
                        "is done here and on a host that is called " + FolderContext.THIS_MACHINE,
                        "make it two jobs");
            }
        }
        if (contexts.isEmpty()) {
            error(
                    job.name(),
                    "change.no-host",
                    "has a script of its own, and nobody said for which hosts",
                    "name the hosts that the change is for");
        }
        return contexts;
    }

    private Optional<Script> made(
            Job job, ScriptOperation operation, String place, ScriptContext context) {
        if (!NAME.matcher(place).matches()) {
            error(
                    job.name(),
                    "change.host-wrong",
                    "has a script for a host called " + place,
                    "call the host by letters, digits, dots, dashes and underscores");
            return Optional.empty();
        }
        try {
            Script script = operation.script(context);
            if (!Objects.equals(script, operation.script(context))) {
                error(
                        job.name(),
                        "change.script-unsteady",
                        "makes another script each time",
                        "make it of its parameters and the values of the host alone");
            }
            return Optional.of(script);
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            error(
                    job.name(),
                    "change.script-failed",
                    "has no script for %s: %s".formatted(place, line(e)),
                    "correct the operation or the values of the host");
            return Optional.empty();
        }
    }

    private static String line(RuntimeException e) {
        return String.valueOf(e.getMessage()).replace('\n', ' ');
    }

    private void error(String what, String code, String message, String remedy) {
        problems.add(Problem.error(what, 0, 0, code, message, remedy));
    }
}
