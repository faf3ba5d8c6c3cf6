package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever takes or restores a backup is killed on the way, or its disk is full. */
class CutBackupTest {

    /** Noise, which does not pack: 96 MB of it. */
    private static final String LARGE =
            """
            insert into change.archive values ('large', 1, 'test', now());
            insert into change.archive_part
            select 'large', part, decode(string_agg(md5(random()::text), ''), 'hex')
            from generate_series(1, 24) as part, generate_series(1, 262144) as piece group by part
            """;

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long BEGUN = 4 << 20;

    @TempDir private Path folder;

    @Test
    void nothingThatIsCutLooksWhole() throws IOException {
        ServerStart start =
                ServerStart.at(folder.resolve("home"))
                        .property("cadastre.collection.this-machine", "false");
        Path whole = folder.resolve("whole.backup");
        try (RunningServer server = start.ready()) {
            server.cadastre("host", "add", "edge1", "--push").exited(0);
            new EmbeddedDatabase(server.home()).sql(LARGE);
            takerIsKilled(server);
            diskIsFull(server);
            server.cadastre("backup", whole.toString()).exited(0);
            serverIsKilled(server);
        }
        restoreIsKilled(whole);
        restoreFindsTheDiskFull(whole);
    }

    private static Process begin(Path home, String... words) {
        try {
            List<String> all = new ArrayList<>(List.of(Programs.CADASTRE.toString()));
            all.addAll(List.of(words));
            ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
            builder.environment().put("CADASTRE_HOME", home.toString());
            return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int ended(Process process) {
        try {
            assertThat(process.waitFor(LIMIT)).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private static void awaitBegun(Path part) {
        Waiting.until(
                LIMIT,
                () -> part.toFile().length() > BEGUN,
                () -> "no backup is written to " + part);
    }

    private void takerIsKilled(RunningServer server) {
        Path file = folder.resolve("killed.backup");
        Path part = folder.resolve("killed.backup.part");
        Process taker = begin(server.home(), "backup", file.toString());
        awaitBegun(part);
        taker.destroyForcibly();
        ended(taker);

        assertThat(file).doesNotExist();
        assertThat(
                        Programs.run(Programs.CADASTRE.toString(), "backup", "verify", part + "")
                                .exited(1)
                                .err())
                .contains("no whole backup");
        Waiting.until(
                LIMIT,
                () -> server.cadastre("backup", file.toString()).exit() == 0,
                () -> "no backup can be taken after one was cut");
        assertThat(part).doesNotExist();
    }

    private void diskIsFull(RunningServer server) throws IOException {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("small"))) {
            disk.fillBut(BEGUN);
            Path target = Files.createDirectory(folder.resolve("small/backups"));

            Ran ran = server.cadastre("backup", "--to", target.toString(), "--keep", "1").exited(1);

            assertThat(ran.err()).contains("cannot be written", "No space left");
            try (Stream<Path> left = Files.list(target)) {
                assertThat(left).isEmpty();
            }
        }
    }

    private void serverIsKilled(RunningServer server) {
        Path file = folder.resolve("served.backup");
        Process taker = begin(server.home(), "backup", file.toString());
        awaitBegun(folder.resolve("served.backup.part"));
        server.kill();

        assertThat(ended(taker)).isEqualTo(3);
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("served.backup.part")).doesNotExist();
    }

    private void restoreIsKilled(Path whole) {
        Path home = folder.resolve("restored");
        Process restore = begin(home, "restore", whole.toString());
        Waiting.until(
                LIMIT,
                () -> Files.exists(home.resolve("postgres/data/postmaster.pid")),
                () -> "no restore has begun");
        restore.descendants().forEach(ProcessHandle::destroyForcibly);
        restore.destroyForcibly();
        ended(restore);

        assertThat(ServerStart.at(home).refused().out())
                .contains("has begun and not ended", "cadastre restore FILE");
        begun(home, whole);
        assertThat(home.resolve("restoring")).doesNotExist();
    }

    private static void begun(Path home, Path whole) {
        Programs.run(
                        Programs.CADASTRE.toString(),
                        "restore",
                        whole.toString(),
                        "--home",
                        home.toString())
                .exited(0);
        try (RunningServer server = ServerStart.at(home).ready()) {
            assertThat(server.host("edge1").get("name").asString()).isEqualTo("edge1");
        }
    }

    private void restoreFindsTheDiskFull(Path whole) throws IOException {
        Path here = folder.resolve("of-hosts.backup");
        try (SmallDisk disk = SmallDisk.at(folder.resolve("disk"));
                RunningServer server = ServerStart.at(folder.resolve("restored")).ready()) {
            disk.fillBut(150 << 20);
            assertThat(restored(disk, whole).exited(1).err())
                    .contains("MB when it is unpacked", "MB free");
            assertThat(disk.home().resolve("restoring")).doesNotExist();

            new EmbeddedDatabase(server.home())
                    .sql("delete from change.archive_part; delete from change.archive");
            server.cadastre("backup", here.toString()).exited(0);
            disk.fillBut(40 << 20);
            restored(disk, here).exited(1);

            disk.free();
            assertThat(ServerStart.at(disk.home()).refused().out())
                    .contains("has begun and not ended");
            restored(disk, here).exited(0);
        }
    }

    private static Ran restored(SmallDisk disk, Path backup) {
        return Programs.run(
                Programs.CADASTRE.toString(),
                "restore",
                backup.toString(),
                "--home=" + disk.home());
    }
}
