package dev.cadastre.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountTest {
    @TempDir Path folder;

    private static Account nobody() {
        return Account.named("nobody").orElseThrow();
    }

    private static String said(String command) throws InterruptedException {
        return said(Way.WORKER, command);
    }

    private static String said(Way way, String command) throws InterruptedException {
        try (Launcher launcher = way.launcher()) {
            PluginCommand shell = PluginCommand.of(Path.of("/bin/sh"), "-c", command);
            return launcher.run(shell.as(nobody())).output().text();
        }
    }

    /** How rights are taken by a JVM that is root's, and by one that is not. */
    enum Way {
        WORKER,
        PROGRAM_IN_FRONT;

        Launcher launcher() {
            return this == WORKER
                    ? new Launcher(1)
                    : new Launcher(1, Launcher.GRACE, Optional.empty());
        }
    }

    @Test
    void knowsAccounts() {
        assertThat(Account.named("root").orElseThrow().user()).isZero();
        assertThat(nobody().user()).isEqualTo(65_534);
        assertThat(Account.named("no such account")).isEmpty();
        assertThat(Account.named("")).isEmpty();
    }

    @Test
    void asksForRightsAndNothingElse() {
        Account account = new Account("monitor", 101, -2, List.of(4, 5));

        List<String> plugin = List.of("/plugin", "-w");

        assertThat(new RightsProgram("/setpriv").command(account, plugin))
                .containsExactly(
                        "/setpriv",
                        "--reuid=101",
                        "--regid=4294967294",
                        "--groups=4,5",
                        "--inh-caps=-all",
                        "--ambient-caps=-all",
                        "--",
                        "/plugin",
                        "-w");
    }

    @Test
    void needsNoRightsToRunAsOneself() throws InterruptedException {
        Account oneself = new Account("oneself", SystemCalls.effectiveUser(), 0, List.of());
        try (Launcher launcher = new Launcher(1)) {
            PluginCommand command = PluginCommand.of(Path.of("/bin/true")).as(oneself);

            assertThat(launcher.run(command).ending()).isEqualTo(new Ending.Exited(0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTheRightsOfAnotherAndNoCapability(Way way) throws InterruptedException {
        assertThat(
                        said(
                                way,
                                "id -u; id -g; id -G; grep -E 'Cap(Prm|Eff|Inh|Amb)' /proc/self/status"))
                .isEqualTo(
                        """
                        65534
                        65534
                        65534
                        CapInh:\t0000000000000000
                        CapPrm:\t0000000000000000
                        CapEff:\t0000000000000000
                        CapAmb:\t0000000000000000
                        """);
    }

    @Test
    void keepsAPluginOutOfWhatIsNotItsOwn() throws IOException, InterruptedException {
        Path secret = Files.writeString(folder.resolve("secret"), "the key");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));

        assertThat(
                        said(
                                "cat "
                                        + secret
                                        + " 2>&1; kill -9 "
                                        + ProcessHandle.current().pid()
                                        + " 2>&1"))
                .contains("Permission denied")
                .contains("Operation not permitted")
                .doesNotContain("the key");
    }

    /** Signals to a thread reach all of its process, so that no thread may have these rights. */
    @Test
    void leavesNoThreadThatThePluginMaySignal() throws InterruptedException {
        long own = ProcessHandle.current().pid();

        assertThat(
                        said(
                                "for t in /proc/"
                                        + own
                                        + "/task/*; do kill -0 ${t##*/} && echo $t; done 2>/dev/null"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyItDoesNotStart(Way way) throws IOException, InterruptedException {
        Path inside = new Scripts(folder).file("plugin", "#!/bin/sh\n", "rwx------");
        Path unreadable = new Scripts(folder).file("unreadable", "#!/bin/sh\n", "rwx--x--x");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (Launcher launcher = way.launcher()) {
            Outcome missing =
                    launcher.run(PluginCommand.of(Path.of("/no/such/plugin")).as(nobody()));

            assertThat(missing.ending())
                    .isEqualTo(
                            new Ending.NotStarted(
                                    Ending.Reason.NOT_FOUND, "There is no /no/such/plugin"));
            for (Path program : List.of(inside, unreadable)) {
                assertThat(launcher.run(PluginCommand.of(program).as(nobody())).ending())
                        .isEqualTo(
                                new Ending.NotStarted(
                                        Ending.Reason.NOT_EXECUTABLE,
                                        program + " may not be read and executed by nobody"));
            }
        }
    }
}
