package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import dev.cadastre.change.script.ScriptRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Migrations of a database that is a file with its version. */
class MigrationTest {

    private static final String SHELLS = "dev.cadastre.change.script.Shells#all";

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource(SHELLS)
    void migratesACopyFirstAndThenTheDatabase(String shell) throws Exception {
        Files.writeString(database(), "1\n");
        MigrateDatabase migration =
                migration("echo \"$CADASTRE_VERSION\" >\"$db\"; echo \"$db\" >>../log");
        ScriptAnswer migrated = Rounds.changes(run(shell), host(), migration.script(Parts.none()));
        assertThat(migrated.wishes()).containsExactly("migrate the database from version 1 to 2");
        assertThat(database()).hasContent("2\n");
        assertThat(Files.readAllLines(folder.resolve("log")))
                .containsExactly(database() + ".copy", database().toString());
        assertThat(host().resolve("shop.db.copy")).doesNotExist();

        Script undo = migration.undo(migrated.before()).orElseThrow();
        Rounds.changes(run(shell), host(), undo);
        assertThat(database()).hasContent("1\n");
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void doesNotTouchTheDatabaseIfItsCopyCannotBeMigrated(String shell) throws Exception {
        Files.writeString(database(), "1\n");
        TreeState before = TreeState.of(host());
        for (String migrate : new String[] {"echo 'no such column' >&2; exit 3", ":"}) {
            ScriptAnswer answer = run(shell).apply(migration(migrate).script(Parts.none()));
            assertThat(answer.kind()).isEqualTo(Kind.FAILED);
            assertThat(answer.code()).isEqualTo("dry-run-failed");
            assertThat(answer.reason()).startsWith("The database was not touched, since ");
            assertThat(TreeState.of(host()).entries().get("shop.db"))
                    .isEqualTo(before.entries().get("shop.db"));
        }
        // A command that does not mind what it is given.
        ScriptAnswer careless =
                run(shell)
                        .apply(
                                migration("echo 2 >../host/shop.db; echo 2 >\"$db\"")
                                        .script(Parts.none()));
        assertThat(careless.code()).isEqualTo("copy-was-original");
    }

    @Test
    void tellsWhenTheDatabaseItselfFailsOrIsNotThere() throws Exception {
        assertThat(run("dash").look(migration(":").script(Parts.none())).code())
                .isEqualTo("no-version");
        Files.writeString(database(), "1\n");
        MigrateDatabase onlyTheCopy =
                migration("[ -z \"$CADASTRE_COPY\" ] && exit 1; echo 2 >\"$db\"");
        ScriptAnswer answer = run("dash").apply(onlyTheCopy.script(Parts.none()));
        assertThat(answer.code()).isEqualTo("not-migrated");
        assertThat(answer.before()).containsEntry("version", "1");

        MigrateDatabase noCopy =
                new MigrateDatabase("2", db("cat \"$db\""), "false", db("echo 2 >\"$db\""), "", "");
        assertThat(run("dash").apply(noCopy.script(Parts.none())).code()).isEqualTo("not-copied");
        assertThat(noCopy.undo(answer.before())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void findsNothingToDoWhereAnotherHostWasFirst(String shell) throws Exception {
        for (String by : new String[] {"copy", "migrate"}) {
            Files.writeString(database(), "1\n");
            String first = "echo 2 >\"$db\"; ";
            MigrateDatabase late =
                    new MigrateDatabase(
                            "2",
                            db("cat \"$db\""),
                            by.equals("copy") ? db(first + "exit 1") : "",
                            db(first + "echo 'already there' >&2; exit 1"),
                            "",
                            "");

            ScriptAnswer answer = run(shell).apply(late.script(Parts.none()));

            assertThat(answer.kind()).as(by).isEqualTo(Kind.CHANGED);
            assertThat(database()).hasContent("2\n");
        }
    }

    @Test
    void saysHowHostsWithOneDatabaseFollowOneAnother() throws Exception {
        Files.writeString(database(), "1\n");
        MigrateDatabase meeting =
                new MigrateDatabase(
                        "2", db("cat \"$db\""), "exit 1", db("echo 2 >\"$db\""), "", "");

        ScriptAnswer answer = run("dash").apply(meeting.script(Parts.none()));

        assertThat(answer.code()).isEqualTo("not-copied");
        assertThat(answer.reason()).contains("let them follow one another: --serial 1");
    }

    private MigrateDatabase migration(String migrate) throws IOException {
        return new MigrateDatabase(
                "2",
                db("cat \"$db\""),
                db("cp \"$db\" \"$db.copy\"; echo copying; echo \"$db.copy\""),
                db(migrate),
                "rm -f \"$CADASTRE_COPY\"",
                db("echo \"$CADASTRE_VERSION\" >\"$db\""));
    }

    private String db(String command) throws IOException {
        return "cd '" + host() + "'; db=${CADASTRE_COPY:-'" + database() + "'}; " + command;
    }

    private Path database() throws IOException {
        return host().resolve("shop.db");
    }

    private Path host() throws IOException {
        return Files.createDirectories(folder.resolve("host"));
    }

    private ScriptRun run(String shell) throws IOException {
        return new ScriptRun(shell, folder.resolve("run"));
    }
}
