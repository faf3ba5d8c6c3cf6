package dev.cadastre.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code bin/jdk.sh} among JDKs that are nothing but their release files. */
class JdkSearchTest {

    private static final Path SCRIPT = Shell.REPOSITORY.resolve("bin/jdk.sh");
    private static final String FIND = ". " + SCRIPT + "; jdk_find && echo \"$JAVA_HOME\"";

    @TempDir private Path root;

    private static Stream<Arguments> shells() {
        return Stream.of(
                Arguments.of((Object) new String[] {"dash"}),
                Arguments.of((Object) new String[] {"bash"}),
                Arguments.of((Object) new String[] {"mksh"}),
                Arguments.of((Object) new String[] {"busybox", "sh"}));
    }

    private Shell shell(String... shell) {
        return new Shell(shell)
                .variable("HOME", root.resolve("home"))
                .variable("CADASTRE_JDK_ROOT", root);
    }

    private Path jdk(String folder, String version) throws IOException {
        Path home = root.resolve(folder);
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Linux\"\n");
        executable(bin.resolve("java"));
        executable(bin.resolve("javac"));
        return home;
    }

    private static void executable(Path file) throws IOException {
        Files.writeString(file, "#!/bin/sh\necho 'A JVM was started' >&2\nexit 9\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String found(Shell.Outcome outcome) {
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        return outcome.out().strip();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void findsTheOldestThatIsNewEnoughWithoutStartingOne(String... shell) throws IOException {
        jdk("usr/lib/jvm/java-17-openjdk", "17.0.15");
        jdk("opt/jdk-26", "26-ea");
        jdk("usr/lib/jvm/old", "1.8.0_402");
        Path expected = jdk("home/.sdkman/candidates/java/25.0.3-tem", "25.0.3");
        jdk("home/.jdks/jdk-27", "27");

        assertThat(found(shell(shell).run("-euc", FIND))).isEqualTo(expected.toString());
    }

    @Test
    void prefersTheOneThatIsSet() throws IOException {
        jdk("usr/lib/jvm/jdk-25", "25");
        Path chosen = jdk("elsewhere/jdk-26", "26.0.1");

        assertThat(found(shell("sh").variable("JAVA_HOME", chosen).run("-euc", FIND)))
                .isEqualTo(chosen.toString());
    }

    @Test
    void passesOverOneThatIsSetButTooOld() throws IOException {
        Path old = jdk("elsewhere/jdk-17", "17.0.1");
        Path expected = jdk("usr/lib/jvm/jdk-25", "25");

        assertThat(found(shell("sh").variable("JAVA_HOME", old).run("-euc", FIND)))
                .isEqualTo(expected.toString());
    }

    @Test
    void passesOverARuntimeWithoutCompiler() throws IOException {
        Files.delete(jdk("usr/lib/jvm/jre-25", "25").resolve("bin/javac"));
        Path expected = jdk("usr/lib/jvm/jdk-26", "26");

        assertThat(found(shell("sh").run("-euc", FIND))).isEqualTo(expected.toString());
    }

    @Test
    void remembersItsChoiceAndForgetsOneThatIsGone() throws IOException {
        Path first = jdk("usr/lib/jvm/jdk-26", "26");
        assertThat(found(shell("sh").run("-euc", FIND))).isEqualTo(first.toString());
        assertThat(root.resolve("home/.cache/cadastre/jdk")).hasContent(first.toString());

        Path older = jdk("usr/lib/jvm/jdk-25", "25");
        assertThat(found(shell("sh").run("-euc", FIND))).isEqualTo(first.toString());

        Files.delete(first.resolve("release"));
        assertThat(found(shell("sh").run("-euc", FIND))).isEqualTo(older.toString());
    }

    @Test
    void keepsNothingWhereThereIsNoHome() throws IOException {
        Path expected = jdk("usr/lib/jvm/jdk-25", "25");

        assertThat(found(new Shell("sh").variable("CADASTRE_JDK_ROOT", root).run("-euc", FIND)))
                .isEqualTo(expected.toString());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void saysHowToGetOneWhereThereIsNone(String... shell) throws IOException {
        jdk("usr/lib/jvm/java-17-openjdk", "17.0.15");

        Shell.Outcome outcome = shell(shell).run("-euc", FIND);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("Cadastre needs a JDK 25 or newer and found none.")
                .contains("apt-get install", "dnf install", "brew install", "JAVA_HOME");
    }

    @Test
    void mavenUnderAnOlderJavaEndsWithOneSentence() throws IOException {
        Path old = jdk("usr/lib/jvm/java-17-openjdk", "17.0.15");

        Shell.Outcome outcome =
                new Shell("sh")
                        .variable("HOME", root.resolve("home"))
                        .variable("JAVA_HOME", old)
                        .run(Shell.REPOSITORY.resolve("mvnw").toString(), "verify");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo(
                        "Cadastre is built with JDK 25 or newer, and "
                                + old
                                + " is a JDK 17: set JAVA_HOME to a newer one, or run ./check,"
                                + " which finds one.\n");
    }
}
