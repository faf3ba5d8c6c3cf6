package dev.cadastre.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./cadastre} in a checkout whose programs are there already, and print their arguments. */
class LauncherTest {

    private static final FileTime BUILT = FileTime.from(Instant.parse("2026-11-20T00:00:00Z"));
    private static final FileTime BEFORE = FileTime.from(Instant.parse("2026-11-19T00:00:00Z"));

    @TempDir private Path root;
    private Path jdk = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        for (String file :
                List.of(
                        "cadastre",
                        "bin/jdk.sh",
                        "bin/build.sh",
                        "bin/run.sh",
                        "bin/launch.sh",
                        "bin/postgres.sh",
                        "bin/train.sh")) {
            Path copy = root.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(Shell.REPOSITORY.resolve(file), copy);
        }
        jdk = root.resolve("jdk");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");
        script(jdk.resolve("bin/javac"), "exit 9");
        script(
                jdk.resolve("bin/java"),
                "for a; do echo \"$a\"; done; echo \"pw=${CADASTRE_DATABASE_PASSWORD-}\"");
        source("pom.xml");
        source("server/src/main/java/A.java");
        for (String document :
                List.of(
                        "CHANGELOG.md",
                        "CONTRIBUTING.md",
                        "SECURITY.md",
                        "docs/manual/1-a.md",
                        "docs/images/a.png")) {
            source(document);
        }
        for (String folder : List.of(".mvn", "api", "cli", "libs", "manual")) {
            Files.createDirectories(root.resolve(folder));
        }
        age(root);
        Path stamp = root.resolve("target/app/stamp");
        Files.createDirectories(stamp.getParent());
        Files.writeString(stamp, jdk + "\na\n");
        Files.setLastModifiedTime(stamp, BUILT);
    }

    /** Folders as well: they tell of files that were taken away. */
    private static void age(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, BEFORE);
            }
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void source(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private Shell shell() {
        return new Shell("sh", root.resolve("cadastre").toString())
                .variable("HOME", root.resolve("home"))
                .variable("JAVA_HOME", jdk);
    }

    @Test
    void turnsFlagsIntoTheServersProperties() throws IOException {
        Path estate = Files.writeString(root.resolve("my estate.ini"), "");

        Shell.Outcome outcome =
                shell().run(
                                "up",
                                "--port",
                                "7781",
                                "--home=/srv/a b",
                                "--estate",
                                estate.toString(),
                                "--anonymous-read");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().lines())
                .containsSubsequence(
                        "-jar",
                        root + "/target/app/a/server/server-app.jar",
                        "--server.port=7781",
                        "--cadastre.home=/srv/a b",
                        "--cadastre.estate=" + estate,
                        "--cadastre.anonymous-read=true");
    }

    @Test
    void givesTheDemonstrationAHomeAndAnEstateOfItsOwn() {
        Shell.Outcome outcome = shell().run("up", "--demo");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("--cadastre.demo=true")
                .containsPattern("--cadastre.home=.*/cadastre-demo\n")
                .containsPattern("--cadastre.estate=.*/cadastre-demo/estate.ini");
    }

    @Test
    void refusesAnEstateForTheDemonstration() throws IOException {
        Path estate = Files.writeString(root.resolve("mine.ini"), "");

        Shell.Outcome outcome = shell().run("up", "--demo", "--estate", estate.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--estate");
    }

    @Test
    void handsEveryOtherVerbToTheCommandLineAsItIs() {
        Shell.Outcome outcome = shell().run("find", "a  b", "*", "--at", "2h ago");

        assertThat(outcome.out().lines())
                .containsSubsequence(
                        root + "/target/app/a/cli/cli.jar", "find", "a  b", "*", "--at", "2h ago");
    }

    @Test
    void letsTheCommandLineExplainUp() {
        assertThat(shell().run("up", "--help").out().lines())
                .containsSubsequence(root + "/target/app/a/cli/cli.jar", "help", "up");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--port 80x | --port wants a number",
                "--port | --port wants a value",
                "--estate /nowhere.ini | the estate file /nowhere.ini cannot be read",
                "--config /nowhere.conf | the configuration /nowhere.conf cannot be read",
                "--port 1 --port=2 | --port is given more than once",
                "--prot 1 | unknown argument '--prot'",
                "extra | unknown argument 'extra'"
            })
    void endsWithTwoWhereAFlagMakesNoSense(String flags, String message) {
        Shell.Outcome outcome = shell().run(("up " + flags).split(" ", -1));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("cadastre up: ").contains(message);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/x?password=s3cret",
        "jdbc:postgresql://db/x?user=a&password=s3cret",
        "jdbc:postgresql://db/x?user=a&sslpassword=s3cret",
        "postgresql://a:s3cret@db/x"
    })
    void keepsPasswordsOffTheCommandLine(String url) {
        Shell.Outcome outcome = shell().run("up", "--database-url", url);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("CADASTRE_DATABASE_PASSWORD").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db:5432/x?user=a@b",
                "jdbc:postgresql://[::1]:5432/x",
                "jdbc:postgresql://a@db:5432/x"
            })
    void takesUrlsWithoutAPassword(String url) {
        Shell.Outcome outcome = shell().run("up", "--database-url", url);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines()).contains("--cadastre.database-url=" + url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "restore | cadastre restore FILE [--home DIR] [--database-url URL]",
                "backup verify | cadastre backup verify FILE",
                "database forget-old | cadastre database forget-old [--home DIR]"
            })
    void tellsHowTheVerbIsUsedThatWasGivenAPassword(String verb, String usage) {
        Shell.Outcome outcome = shell().run((verb + " postgresql://a:s3cret@db/x").split(" "));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("cadastre " + verb + ": ")
                .contains("Usage: " + usage + "; all of it: cadastre help " + verb)
                .doesNotContain("s3cret");
    }

    @Test
    void handsThePasswordOverInTheEnvironment() {
        Shell.Outcome outcome =
                shell().variable("PGPASSWORD", "s3cret")
                        .run("up", "--database-url", "jdbc:postgresql://db/x?user=a");

        assertThat(outcome.out().lines())
                .contains("--cadastre.database-url=jdbc:postgresql://db/x?user=a", "pw=s3cret");
    }

    @Test
    void buildsAgainWhenASourceChangedAndShowsTheLogWhereThatFails() throws IOException {
        script(root.resolve("mvnw"), "echo '[ERROR] ; expected'; exit 1");
        source("server/src/test/java/ATest.java");
        Files.setLastModifiedTime(
                root.resolve("server/src/test/java/ATest.java"),
                FileTime.from(BUILT.toInstant().plusSeconds(1)));
        assertThat(shell().run("hosts").status()).isZero();

        Files.setLastModifiedTime(
                root.resolve("server/src/main/java/A.java"),
                FileTime.from(BUILT.toInstant().plusSeconds(1)));
        Shell.Outcome outcome = shell().run("hosts");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("building with", "[ERROR] ; expected", "build.log")
                .contains("put right what the log names");
        assertThat(root.resolve("target/app/lock")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "CHANGELOG.md, 1",
        "docs/manual/1-a.md, 1",
        "server/src/main/java/A.java, 1",
        "docs/images/a.png, 0"
    })
    void buildsAgainWhatIsInThePrograms(String file, int status) throws IOException {
        script(root.resolve("mvnw"), "exit 1");
        Files.setLastModifiedTime(
                root.resolve(file), FileTime.from(BUILT.toInstant().plusSeconds(1)));

        assertThat(shell().run("hosts").status()).isEqualTo(status);
    }

    @Test
    void worksThroughALinkFromAnyFolder() throws IOException {
        Path link = Files.createDirectories(root.resolve("elsewhere")).resolve("cadastre");
        Files.createSymbolicLink(link, root.resolve("cadastre"));

        Shell.Outcome outcome =
                new Shell("sh", link.toString())
                        .variable("HOME", root.resolve("home"))
                        .variable("JAVA_HOME", jdk)
                        .run("hosts");

        assertThat(outcome.out()).contains(root + "/target/app/a/cli/cli.jar");
    }

    @Test
    void namesTheConfigurationToTheServer() throws IOException {
        Path configuration = Files.writeString(root.resolve("c.conf"), "");

        assertThat(shell().run("up", "--config", configuration.toString()).out().lines())
                .containsSubsequence("-jar", "--cadastre.config=" + configuration);
    }

    @Test
    void asksTheServersProgramAboutItsConfiguration() {
        assertThat(shell().run("config", "check", "a b.conf").out().lines())
                .containsSubsequence(
                        "-cp",
                        root + "/target/app/a/server/server-app.jar",
                        "dev.cadastre.server.startup.configuration.ConfigCommand",
                        "check",
                        "a b.conf");
        assertThat(shell().run("config", "--help").out())
                .contains(root + "/target/app/a/cli/cli.jar");
    }

    private Shell installed(Path folder) throws IOException {
        for (String file : List.of("run.sh", "launch.sh")) {
            Path copy = folder.resolve("bin").resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(Shell.REPOSITORY.resolve("bin").resolve(file), copy);
        }
        Path launcher = folder.resolve("bin/cadastre");
        Files.copy(Shell.REPOSITORY.resolve("dist/files/cadastre"), launcher);
        Files.createDirectories(folder.resolve("runtime/bin"));
        script(
                folder.resolve("runtime/bin/java"),
                "for a; do echo \"$a\"; done; echo \"config=${CADASTRE_CONFIG-}\"");
        return new Shell("sh", launcher.toString()).variable("HOME", root.resolve("home"));
    }

    @Test
    void runsWhatIsInstalledByTheRuntimeBesideItAndBuildsNothing() throws IOException {
        Path folder = root.resolve("opt/cadastre");

        Shell.Outcome outcome =
                installed(folder).variable("CADASTRE_CONFIG", "/srv/c.conf").run("up");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains(folder + "/server/server-app.jar", "config=/srv/c.conf")
                .doesNotContain(folder + "/server.aot");
    }

    @Test
    void usesCachesOnlyWhereTheyWereMade() throws IOException {
        Path folder = root.resolve("opt/cadastre");
        Shell launcher = installed(folder);

        Files.writeString(folder.resolve("trained-at"), "/usr/lib/cadastre\n");
        assertThat(launcher.run("hosts").out()).doesNotContain(folder + "/cli.aot");

        Files.writeString(folder.resolve("trained-at"), folder + "\n");
        assertThat(launcher.run("hosts").out()).contains("-XX:AOTCache=" + folder + "/cli.aot");
    }
}
