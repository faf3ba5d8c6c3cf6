package dev.cadastre.change.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.run.BundledScript;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.Secrets;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Homes that are read-only, full, or nothing may be run from, in mounts of their own. */
final class HostileDiskTest {

    private static final String ALL_SHELLS = "dev.cadastre.change.host.Shells#all";

    @TempDir Path folder;

    /** A shell that sees a home of its own. */
    private HostSession session(String shell, String mounts) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        String program = Shells.in(folder, shell);
        Shell local = new LocalShell();
        Shell mounted =
                call -> {
                    String line =
                            "exec unshare --mount /bin/sh -c %s sh %s %s"
                                    .formatted(
                                            quoted(
                                                    "set -e; "
                                                            + mounts
                                                            + "; HOME=$1; export HOME; exec /bin/sh -c \"$2\""),
                                            quoted(home.toString()),
                                            quoted(call.line()));
                    return local.execute(
                            new Shell.Call(line, false, call.limit(), call.dialogue()));
                };
        return new ShellSession(mounted, new RunSecrets(Secrets.NONE), new HostPrograms(program));
    }

    private static String quoted(String text) {
        return dev.cadastre.change.text.ShellWords.quoted(text);
    }

    private static HostSession.Opening open(HostSession session, BundledScript... scripts) {
        return session.open(Samples.bundle(scripts), Samples.lock("1"), () -> {});
    }

    private static void assertRefused(HostSession.Opening opening, String code, String reason) {
        assertThat(opening)
                .isInstanceOfSatisfying(
                        HostSession.Refused.class,
                        refused -> {
                            assertThat(refused.code()).as("%s", refused).isEqualTo(code);
                            assertThat(refused.reason()).contains(reason);
                        });
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void saysThatAHomeIsReadOnly(String shell) throws IOException {
        HostSession session = session(shell, "mount -t tmpfs -o ro,mode=700 tmpfs \"$1\"");

        assertRefused(open(session), "not-writable", "Read-only file system");
        assertThat(session.release("shop", "1")).isEqualTo(new HostSession.Released(false));
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void saysThatADiskIsFull(String shell) throws IOException {
        for (int free = 0; free <= 24; free += 2) {
            HostSession session =
                    session(
                            shell,
                            "mount -t tmpfs -o nr_blocks=32,mode=700 tmpfs \"$1\"; "
                                    + "head -c $((4096 * (32 - %d))) /dev/zero >\"$1/much\""
                                            .formatted(free));

            HostSession.Opening opening = open(session, Samples.bundled(1, Samples.does(":")));

            if (free <= 8) {
                assertRefused(opening, "not-written", "KiB are free there");
            } else if (free == 24) {
                assertThat(opening).isInstanceOf(HostSession.Opened.class);
            } else if (!(opening instanceof HostSession.Opened)) {
                assertRefused(opening, "not-written", "KiB are free there");
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void runsWhereNothingMayBeRunFrom(String shell) throws IOException {
        Files.createDirectories(folder.resolve("home"));
        String mounts =
                "mount --bind \"$1\" \"$1\"; mount -o remount,bind,noexec \"$1\"; "
                        + "mount -t tmpfs -o ro tmpfs /var/tmp";
        HostSession session = session(shell, mounts);
        BundledScript script = Samples.bundled(1, Samples.does("echo done"));

        assertThat(open(session, script)).isInstanceOf(HostSession.Opened.class);
        assertThat(session.run(script, "", text -> {}, new StopSignal()))
                .isInstanceOfSatisfying(
                        HostSession.Answered.class,
                        answered -> assertThat(answered.answer().kind()).isEqualTo(Kind.CHANGED));
        assertThat(session.release("shop", "1")).isEqualTo(new HostSession.Released(true));
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void saysThatThereIsNoHome(String shell) throws IOException {
        HostSession session = session(shell, "shift; set -- /nonexistent \"$1\"");

        assertRefused(open(session), "no-home", "/nonexistent");
    }
}
