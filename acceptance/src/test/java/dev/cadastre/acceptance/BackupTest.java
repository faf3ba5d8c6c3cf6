package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A register with something in every part goes by backups from the embedded database to one that
 * somebody else runs, of an older version, and back; and answers everything as before.
 */
class BackupTest {

    @TempDir private Path folder;

    @Test
    void everyReadIsTheSameInAnotherDatabaseAndBack() throws IOException {
        try (SampleRegister register = SampleRegister.at(folder);
                DistributionPostgres postgres = DistributionPostgres.start(folder)) {
            Path first = folder.resolve("first.backup");
            Map<String, String> before;
            try (RunningServer server = register.start(folder.resolve("a")).ready()) {
                register.fill(server);
                before = reads(server, register);
                assertThat(server.cadastre("backup", first.toString()).exited(0).out())
                        .contains(first.toString());
                assertThat(server.cadastre("backup", first.toString()).exited(1).err())
                        .contains("is there already");
            }
            keepAsFixture(first);
            assertThat(
                            Programs.run(
                                            Programs.CADASTRE.toString(),
                                            "backup",
                                            "verify",
                                            first + "")
                                    .exited(0)
                                    .out())
                    .contains("are whole", "fingerprint")
                    .doesNotContain("version development");

            String url =
                    "jdbc:postgresql://127.0.0.1:%d/postgres?user=cadastre"
                            .formatted(postgres.port());
            Path external = folder.resolve("b");
            restoresOnlyWithItsKey(first, folder.resolve("a"), external, url);
            Path second = folder.resolve("second.backup");
            try (RunningServer server =
                    register.start(external).option("--database-url=" + url).ready()) {
                assertSame(reads(server, register), before);
                server.cadastre("backup", second.toString()).exited(0);
            }

            Path embedded = folder.resolve("c");
            copyKey(external, embedded);
            restore(second, "--home", embedded.toString()).exited(0);
            try (RunningServer server = register.start(embedded).ready()) {
                assertSame(reads(server, register), before);
                secretsAreTheSame(server);
            }
        }
    }

    /**
     * What a release's tests of later schemas begin with is made by the release itself: {@code
     * -Dcadastre.fixture.write=VERSION}.
     */
    private static void keepAsFixture(Path backup) throws IOException {
        String version = System.getProperty("cadastre.fixture.write");
        if (version != null) {
            Path fixtures = Programs.CHECKOUT.resolve("server/src/test/resources/schema");
            Files.createDirectories(fixtures);
            Files.copy(
                    backup,
                    fixtures.resolve(version + ".backup"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void assertSame(Map<String, String> after, Map<String, String> before) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.keySet())
                .allSatisfy(
                        read -> assertThat(after.get(read)).as(read).isEqualTo(before.get(read)));
    }

    /** A secret that cannot be opened would stop a deployment. */
    private static void secretsAreTheSame(RunningServer server) {
        server.cadastre("app", "deploy", "note@qa", "note", "--yes").exited(0);
    }

    private static void restoresOnlyWithItsKey(Path backup, Path from, Path home, String url)
            throws IOException {
        assertThat(restore(backup, "--home=" + home, "--database-url", url).exited(1).err())
                .contains("master.key", "--without-key", "the secret values of all apps are lost");
        assertThat(home).doesNotExist();
        copyKey(from, home);
        restore(backup, "--home=" + home, "--database-url", url).exited(0);
        assertThat(home.resolve("postgres")).doesNotExist();
        assertThat(restore(backup, "--home=" + home, "--database-url", url).exited(1).err())
                .contains("is not empty");
    }

    private static void copyKey(Path from, Path to) throws IOException {
        Programs.run("mkdir", "-m", "700", to.toString()).exited(0);
        Programs.run(
                        "cp",
                        "-p",
                        from.resolve("master.key").toString(),
                        to.resolve("master.key").toString())
                .exited(0);
        assertThat(Files.exists(to.resolve("master.key"))).isTrue();
    }

    private static Ran restore(Path backup, String... options) {
        String[] words = new String[options.length + 3];
        words[0] = Programs.CADASTRE.toString();
        words[1] = "restore";
        words[2] = backup.toString();
        System.arraycopy(options, 0, words, 3, options.length);
        return Programs.run(words);
    }

    /** Each home has a token of its own for the command line there. */
    private static Map<String, String> reads(RunningServer server, SampleRegister register) {
        Map<String, String> reads = new TreeMap<>(EveryRead.of(server, register.moments()));
        assertThat(reads).hasSizeGreaterThan(200);
        assertThat(reads.values())
                .filteredOn(answer -> !answer.startsWith("4"))
                .hasSizeGreaterThan(190);
        assertThat(reads.remove("/api/v1/tokens")).contains("reader");
        return reads;
    }
}
