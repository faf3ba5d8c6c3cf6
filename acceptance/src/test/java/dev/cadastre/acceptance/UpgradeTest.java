package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newer program starts on older data, an older one on newer, and the machine has its day. */
class UpgradeTest {

    /** Makes data look as before the last migration of a part, by hand. */
    private static final String OLDER =
            """
            drop index alerting.delivery_given_up;
            alter table alerting.address drop column refused_at;
            delete from flyway_schema_history_alerting where version = '5'
            """;

    private static final String NEWER =
            """
            insert into flyway_schema_history_alerting
            select installed_rank + 1, '99', description, type, script, checksum, installed_by,
                   installed_on, execution_time, success
            from flyway_schema_history_alerting order by installed_rank desc limit 1
            """;

    private static final String MIGRATED =
            """
            select count(*) from pg_attribute
            where attrelid = 'alerting.address'::regclass and attname = 'refused_at'
            """;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir private Path folder;

    private ServerStart start(Path home) {
        return ServerStart.at(home).property("cadastre.collection.this-machine", "false");
    }

    private static List<Path> backups(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("backups"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void aMigrationThatIsKilledGoesOnAndABackupWasTakenBefore() throws IOException {
        Path home = folder.resolve("home");
        EmbeddedDatabase database = new EmbeddedDatabase(home);
        try (RunningServer server = start(home).ready()) {
            server.cadastre("host", "add", "edge1", "--push").exited(0);
            database.sql(OLDER);
            database.sql(trigger("perform pg_sleep(600)"));
            assertThat(home.resolve("backups")).doesNotExist();
        }
        ServerStart again = start(home);
        Process cut = begun(again);
        Waiting.until(LIMIT, () -> isHeld(database), () -> "no migration is under way");
        cut.destroyForcibly();
        database.sql("drop event trigger hold");

        try (RunningServer server = again.ready()) {
            assertThat(database.sql(MIGRATED)).isEqualTo("1");
            assertThat(server.host("edge1").get("name").asString()).isEqualTo("edge1");
            assertThat(backups(home)).isNotEmpty();
        }
        Path backup = backups(home).getLast();
        assertThat(
                        Programs.run(Programs.CADASTRE.toString(), "backup", "verify", backup + "")
                                .exited(0)
                                .out())
                .contains("are whole");
    }

    private static Process begun(ServerStart start) throws IOException {
        return new ProcessBuilder(
                        Programs.CADASTRE.toString(), "up", "--port=0", "--home=" + start.home())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean isHeld(EmbeddedDatabase database) {
        return database.tried(
                        "select count(*) from pg_stat_activity where wait_event = 'PgSleep'"
                                + " and query like '%refused_at%'")
                .equals("1");
    }

    @Test
    void aMigrationThatFillsTheDiskIsUndoneAndMadeWhenThereIsRoom() throws IOException {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("disk"))) {
            EmbeddedDatabase database = new EmbeddedDatabase(disk.home());
            try (RunningServer server = start(disk.home()).ready()) {
                server.cadastre("host", "add", "edge1", "--push").exited(0);
                database.sql(OLDER);
                database.sql(
                        trigger(
                                "create table public.filler as select md5(n::text)"
                                        + " from generate_series(1, 100000000) as n"));
            }
            disk.fillBut(50 << 20);
            assertThat(start(disk.home()).refused().out())
                    .contains("There is no room for the backup", "MB may be needed");
            disk.free();
            disk.fillBut(100 << 20);

            assertThat(start(disk.home()).refused().out())
                    .contains("cannot be brought to the form of this version", "No space left");

            disk.free();
            ServerStart again = start(disk.home());
            Process held = begun(again);
            Waiting.until(
                    LIMIT,
                    () -> database.tried("drop event trigger hold").equals("DROP EVENT TRIGGER"),
                    () -> "the database does not come up");
            held.destroyForcibly();
            try (RunningServer server = again.ready()) {
                assertThat(database.sql(MIGRATED)).isEqualTo("1");
                assertThat(server.host("edge1").get("name").asString()).isEqualTo("edge1");
            }
        }
    }

    /** What happens when a migration alters a table. */
    private static String trigger(String statement) {
        return """
        create function public.hold() returns event_trigger language plpgsql
        as $$ begin %s; end $$;
        create event trigger hold on ddl_command_start when tag in ('ALTER TABLE')
        execute function public.hold()
        """
                .formatted(statement);
    }

    @Test
    void aHomeOfSomebodyElseIsLeftAlone() throws IOException {
        Path home = Files.createDirectory(folder.resolve("theirs"));
        Programs.run("chown", "nobody:", home.toString()).exited(0);

        assertThat(start(home).refused().out())
                .contains("belongs to nobody, and this program runs as root");
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aNewVersionTouchesNothingAsLongAsTheOldOneRuns() {
        Path home = folder.resolve("both");
        EmbeddedDatabase database = new EmbeddedDatabase(home);
        try (RunningServer server = start(home).ready()) {
            server.cadastre("host", "add", "edge1", "--push").exited(0);
            database.sql(OLDER);

            assertThat(start(home).refused().out())
                    .contains("Another server instance (process ", "works on " + home);
            assertThat(database.sql(MIGRATED)).isEqualTo("0");
            assertThat(home.resolve("backups")).doesNotExist();
            assertThat(server.host("edge1").get("name").asString()).isEqualTo("edge1");
        }
        try (RunningServer server = start(home).ready()) {
            assertThat(database.sql(MIGRATED)).isEqualTo("1");
            assertThat(server.host("edge1").get("name").asString()).isEqualTo("edge1");
        }
    }

    @Test
    void newerDataIsLeftAlone() {
        Path home = folder.resolve("newer");
        try (RunningServer server = start(home).ready()) {
            new EmbeddedDatabase(server.home()).sql(NEWER);

            assertThat(start(home).refused().out())
                    .contains("Another server instance (process ", "works on " + home);
        }

        assertThat(start(home).refused().out())
                .contains(
                        "The database is newer than this program: part alerting version 99 instead"
                                + " of at most 5",
                        "Use the version of the program that wrote it");
    }
}
