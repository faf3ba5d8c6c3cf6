package dev.cadastre.cli.verb;

import dev.cadastre.cli.backup.BackupDownload;
import dev.cadastre.cli.backup.BackupFolder;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.output.Printer;
import dev.cadastre.cli.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cadastre backup FILE} and {@code cadastre backup --to DIR --keep N}. */
@Command(
        name = "backup",
        synopsisSubcommandLabel = "",
        description = {
            "Have the running server take a backup of all that it knows, as it is now.",
            "The file master.key in its home is not in it: keep a copy of that elsewhere."
        },
        footer = {
            "",
            "Example: cadastre backup /mnt/backups/cadastre.backup",
            "         cadastre backup --to /mnt/backups --keep 14",
            "         cadastre backup verify /mnt/backups/cadastre.backup"
        })
public final class BackupVerb implements Callable<Integer> {

    private static final long MIB = 1 << 20;

    /** Where other programs write to standard output. */
    private static final Path STANDARD_OUTPUT = Path.of("-");

    private static final List<Column> COLUMNS =
            List.of(Column.of("FILE", "file"), Column.of("BYTES", "bytes"));

    private final Session session;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "a new file")
    private @Nullable Path file;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "a folder, in which the file is named after the time")
    private @Nullable Path folder;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "with --to: delete all but the newest N there afterwards")
    private @Nullable Integer keep;

    /** The verb of a session. */
    public BackupVerb(Session session) {
        this.session = session;
    }

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new BackupVerb(session)).addSubcommand(LauncherVerbs.backupVerify());
    }

    @Override
    public Integer call() {
        if ((file == null) == (folder == null)) {
            throw senseless("Name either a FILE or a folder by --to");
        }
        if (session.at() != null) {
            throw senseless("A backup is of now, so that --at is of no use");
        }
        if (STANDARD_OUTPUT.equals(file)) {
            throw senseless("A backup is written into a file, not to standard output: name one");
        }
        if (keep != null && (folder == null || keep < 1)) {
            throw senseless("--keep goes with --to, and keeps at least 1");
        }
        if (file != null) {
            take(file);
        } else if (folder != null) {
            var kept = new BackupFolder(folder);
            take(kept.file(session.surroundings().clock().instant()));
            if (keep != null) {
                kept.keep(keep).forEach(old -> session.remark(old + " is deleted"));
            }
        }
        return 0;
    }

    private static String size(long bytes) {
        return bytes < MIB
                ? "%d kB".formatted(Math.ceilDiv(bytes, 1_024))
                : "%d MB".formatted(bytes / MIB);
    }

    private ParameterException senseless(String why) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
    }

    private void take(Path target) {
        long bytes = new BackupDownload(session).into(target);
        Printer printer = session.printer();
        if (printer.format() == Format.TABLE) {
            printer.line("%s, %s".formatted(target, size(bytes)));
            return;
        }
        Json taken =
                new JsonObject()
                        .with("file", target)
                        .with("bytes", new Json.Numeral(Long.toString(bytes)))
                        .json();
        printer.items(taken, List.of(taken), COLUMNS);
    }
}
