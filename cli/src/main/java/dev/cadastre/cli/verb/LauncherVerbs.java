package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Failure;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The verbs that are done to a home while no server runs: only what they take, for {@code help} and
 * completion. The launcher starts the server's program for them instead of this one.
 */
public final class LauncherVerbs {

    private LauncherVerbs() {}

    /** {@code cadastre restore FILE}. */
    public static CommandLine restore() {
        CommandSpec restore = verb("restore");
        file(restore);
        restore.addOption(
                OptionSpec.builder("--database-url")
                        .type(String.class)
                        .paramLabel("URL")
                        .description("an empty PostgreSQL database to use")
                        .build());
        restore.addOption(
                OptionSpec.builder("--without-key")
                        .description("do without master.key; the secrets of apps are lost")
                        .build());
        restore.usageMessage()
                .description(
                        "Make a home, and its database, of a backup. The home is named by --home; it"
                                + " must be empty, but for its master.key.",
                        "All of the backup is verified first. One that was cut is begun anew by the"
                                + " same command.",
                        "The password for --database-url comes from CADASTRE_DATABASE_PASSWORD,"
                                + " PGPASSWORD or ~/.pgpass.")
                .footer(
                        "",
                        "Example: cadastre restore /mnt/backups/cadastre.backup --home"
                                + " /var/lib/cadastre");
        return new CommandLine(restore);
    }

    /** {@code cadastre backup verify FILE}. */
    static CommandLine backupVerify() {
        CommandSpec verify = verb("verify");
        file(verify);
        verify.usageMessage()
                .description("Read all of a backup, and tell whether it is whole and of what.")
                .footer("", "Example: cadastre backup verify /mnt/backups/cadastre.backup");
        return new CommandLine(verify);
    }

    /** {@code cadastre database forget-old}. */
    public static CommandLine database() {
        CommandSpec forget = verb("forget-old");
        forget.usageMessage()
                .description(
                        "Delete the embedded database that an upgrade of PostgreSQL has left.",
                        "The server may run meanwhile.")
                .footer("", "Example: cadastre database forget-old");
        Callable<Integer> none = LauncherVerbs::refuse;
        CommandSpec database = CommandSpec.wrapWithoutInspection(none).name("database");
        database.usageMessage()
                .description("Look after the embedded database.")
                .footer("", "Example: cadastre database forget-old");
        return new CommandLine(database).addSubcommand(new CommandLine(forget));
    }

    private static CommandSpec verb(String name) {
        Callable<Integer> refusal = LauncherVerbs::refuse;
        return CommandSpec.wrapWithoutInspection(refusal).name(name);
    }

    private static void file(CommandSpec verb) {
        verb.addPositional(
                PositionalParamSpec.builder()
                        .index("0")
                        .arity("1")
                        .type(String.class)
                        .paramLabel("FILE")
                        .description("the backup")
                        .build());
    }

    private static Integer refuse() {
        throw new Failure(
                Failure.Kind.USAGE,
                "This program asks servers and does nothing to their homes",
                "Run the launcher: ./cadastre, in a checkout or where Cadastre is installed; and write"
                        + " the options behind the words.");
    }
}
