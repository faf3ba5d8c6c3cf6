package dev.cadastre.change.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.run.Bundle;
import dev.cadastre.change.run.BundledScript;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles and calls that real shells refuse. */
final class RefusedBundleTest extends ShellBundles {

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void refusesAnOpeningThatIsNotTheLast(String shell) throws IOException {
        BundledScript script = Samples.bundled(1, Samples.does(":"));
        HostSession first = session(shell);
        opened(first, Samples.bundle(script));
        opened(session(shell), Samples.bundle(script));

        assertThat(first.run(script, "", text -> {}, new StopSignal()))
                .isInstanceOfSatisfying(
                        HostSession.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("superseded"));
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void refusesPlacesThatOthersCouldHaveMade(String shell) throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(home.resolve(".cadastre"), elsewhere);
        assertRefused(shell, "not-safe", "is a link");
        assertThat(elsewhere).isEmptyDirectory();
        Files.delete(home.resolve(".cadastre"));

        Path bundles = Files.createDirectories(home.resolve(".cadastre/bundles"));
        Files.createSymbolicLink(bundles.resolve("shop"), elsewhere);
        assertRefused(shell, "not-safe", "is a link");
        assertThat(elsewhere).isEmptyDirectory();
        Files.delete(bundles.resolve("shop"));

        Files.setPosixFilePermissions(bundles, PosixFilePermissions.fromString("rwxrwxr-x"));
        assertRefused(shell, "not-safe", "by a group");
        Files.setPosixFilePermissions(bundles, PosixFilePermissions.fromString("rwx------"));

        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertRefused(shell, "not-safe", "by everybody");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));

        Files.setAttribute(bundles, "unix:uid", 12345);
        assertRefused(shell, "not-safe", "belongs to account number 12345");
    }

    private void assertRefused(String shell, String code, String reason) throws IOException {
        assertThat(session(shell).open(Samples.bundle(), Samples.lock("42"), () -> {}))
                .isInstanceOfSatisfying(
                        HostSession.Refused.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(code);
                            assertThat(refused.reason()).contains(reason);
                        });
    }

    @Test
    void doesNothingInABundleThatIsGone() throws IOException {
        BundledScript script = Samples.bundled(1, Samples.does(":"));
        HostSession session = session("dash");
        opened(session, Samples.bundle(script));
        session.release("shop", "42");

        assertThat(session.run(script, "", text -> {}, new StopSignal()))
                .isInstanceOfSatisfying(
                        HostSession.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("not-open"));
    }

    @Test
    void takesNoNameForAPath() throws IOException {
        for (String name : List.of("..", ".", "a/b", "", ".hidden", "a b")) {
            assertThat(
                            session("dash")
                                    .open(new Bundle(name, List.of()), Samples.lock("1"), () -> {}))
                    .isInstanceOf(HostSession.Refused.class);
        }
    }
}
