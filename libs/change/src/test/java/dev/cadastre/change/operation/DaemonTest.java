package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import dev.cadastre.change.script.ScriptRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaemonTest {

    /** What systemctl does as far as the operations ask, with its state in a folder. */
    private static final String SYSTEMCTL =
            """
            #!/bin/sh
            state=/run/stand-in
            mkdir -p $state
            echo "$*" >>/tmp/calls
            for last; do :; done
            case $1 in
            show)
                if [ -f "/etc/systemd/system/$last.service" ]; then
                    echo LoadState=loaded
                    if [ -e $state/$last.runs ]; then echo ActiveState=active; else echo ActiveState=inactive; fi
                    if [ -e $state/$last.enabled ]; then echo UnitFileState=enabled; else echo UnitFileState=disabled; fi
                elif [ -L "/etc/systemd/system/$last.service" ]; then
                    printf 'LoadState=masked\\nActiveState=inactive\\nUnitFileState=masked\\n'
                else
                    printf 'LoadState=not-found\\nActiveState=inactive\\nUnitFileState=\\n'
                fi
                ;;
            start | restart)
                if grep -q broken "/etc/systemd/system/$last.service"; then echo "Job for $last failed."; exit 1; fi
                : >$state/$last.runs ;;
            stop) rm -f $state/$last.runs ;;
            enable) : >$state/$last.enabled ;;
            disable) rm -f $state/$last.enabled ;;
            daemon-reload | reload-or-restart) ;;
            --no-pager) echo "$last: exec format error" ;;
            *) exit 64 ;;
            esac
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"debian,dash", "debian,bash --posix", "busybox,busybox sh"})
    void supervisesACommandWhereThereIsNoInitSystem(String tree, String shell) throws Exception {
        try (ThrowAwayRoot root = ThrowAwayRoot.of(tree, folder)) {
            ScriptRun run = root.run(shell);
            Path state = Files.createDirectories(root.path("/var/lib/cadastre"));
            Files.createDirectories(root.path("/srv/it's here"));
            EnsureDaemon daemon = daemon("trap '' HUP; echo $$ >>pids; exec sleep 1000", "ops");
            root.inside("chmod 777 '/srv/it'\\''s here'");
            ScriptAnswer made = Rounds.changes(run, state, daemon.script(Parts.none()));
            assertThat(made.wishes()).hasSize(2).last().isEqualTo("start shop");
            String first = pids(root, 1);
            assertThat(root.inside("ls -ln /proc/" + first + "/cmdline")).contains(" 1000 ");

            // What ends is started again.
            root.inside("kill " + first);
            String second = pids(root, 2);
            assertThat(second).isNotEqualTo(first);

            RestartDaemon restart = new RestartDaemon("shop");
            assertThat(run.apply(restart.script(Parts.none())).kind()).isEqualTo(Kind.CHANGED);
            String third = pids(root, 3);
            assertThat(root.inside("cat /proc/" + second + "/cmdline 2>/dev/null || :")).isEmpty();
            ScriptAnswer reloaded = run.apply(new ReloadDaemon("shop").script(Parts.none()));
            assertThat(reloaded.kind()).as(reloaded.toString()).isEqualTo(Kind.CHANGED);
            assertThat(third).isNotEmpty();

            EnsureDaemon other = daemon("echo $$ >>pids; exec sleep 2000", "");
            ScriptAnswer changed = Rounds.changes(run, state, other.script(Parts.none()));
            assertThat(root.inside("cat /proc/" + last(root) + "/cmdline | tr '\\0' ' '"))
                    .contains("sleep 2000");
            run.apply(other.undo(changed.before()).orElseThrow());
            assertThat(root.inside("cat /var/lib/cadastre/daemons/shop/command"))
                    .contains("sleep 1000");
            assertThat(run.apply(daemon.script(Parts.none())).kind()).isEqualTo(Kind.UNCHANGED);

            Rounds.changes(run, state, daemon.undo(made.before()).orElseThrow());
            assertThat(root.path("/var/lib/cadastre/daemons/shop")).doesNotExist();
            assertThat(root.inside("ps 2>/dev/null | grep '[s]leep 1000' || echo none"))
                    .isEqualTo("none\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "debian,dash,''",
        "debian,dash,ops",
        "debian,bash --posix,ops",
        "busybox,busybox sh,''",
        "busybox,busybox sh,ops"
    })
    void tellsTheCommandItselfToEndAndWaitsForThat(String tree, String shell, String account)
            throws Exception {
        try (ThrowAwayRoot root = ThrowAwayRoot.of(tree, folder)) {
            ScriptRun run = root.run(shell);
            Files.createDirectories(root.path("/srv/it's here"));
            root.inside("chmod 777 '/srv/it'\\''s here'");
            String slow =
                    "trap 'sleep 1; echo ended >>pids; exit' TERM; trap 'echo read >>pids' HUP;"
                            + " echo begun >>pids; while :; do sleep 1; done";
            assertThat(run.apply(daemon(slow, account).script(Parts.none())).kind())
                    .isEqualTo(Kind.CHANGED);
            pids(root, 1);

            run.apply(new RestartDaemon("shop").script(Parts.none()));

            pids(root, 3);
            run.apply(new ReloadDaemon("shop").script(Parts.none()));
            pids(root, 4);
            assertThat(root.path("/srv/it's here/pids")).hasContent("begun\nended\nbegun\nread");
            run.apply(new EnsureDaemon("shop", "", "", "", false, true).script(Parts.none()));
        }
    }

    @Test
    void tellsADaemonToReadItsConfigurationThatAJobOnATerminalStarted() throws Exception {
        try (ThrowAwayRoot root = ThrowAwayRoot.of("debian", folder)) {
            ScriptRun run = root.runDeafToHangUps("dash");
            Files.createDirectories(root.path("/srv/it's here"));
            String heard =
                    "trap 'echo read >>pids' HUP; echo begun >>pids; while :; do sleep 1; done";
            run.apply(daemon(heard, "").script(Parts.none()));
            pids(root, 1);

            run.apply(new ReloadDaemon("shop").script(Parts.none()));

            pids(root, 2);
            assertThat(root.path("/srv/it's here/pids")).hasContent("begun\nread");
            run.apply(new EnsureDaemon("shop", "", "", "", false, true).script(Parts.none()));
        }
    }

    @Test
    void restartsNoDaemonThatWentWithWhatWasUndone() throws Exception {
        Script restart = new RestartDaemon("no-such-daemon").script(Parts.none());
        Map<String, String> variables = new HashMap<>(restart.variables());
        variables.put("is_undone", "yes");
        ScriptRun run = new ScriptRun("dash", folder.resolve("run"));

        assertThat(run.apply(restart).code()).isEqualTo("no-daemon");
        assertThat(run.apply(Script.of(restart.look(), restart.act(), variables)).kind())
                .isEqualTo(Kind.UNCHANGED);
    }

    @ParameterizedTest
    @CsvSource({"dash", "bash --posix"})
    void makesAUnitOfACommand(String shell) throws Exception {
        try (ThrowAwayRoot root = systemd()) {
            ScriptRun run = root.run(shell);
            Path units = root.path("/etc/systemd/system");
            Files.createDirectories(root.path("/srv/it's here"));
            EnsureDaemon daemon = daemon("serve --name \"$HOME\" 100%\\n", "ops");
            ScriptAnswer made = Rounds.changes(run, units, daemon.script(Parts.none()));
            assertThat(made.wishes())
                    .containsExactly(
                            "create /etc/systemd/system/shop.service",
                            "start shop",
                            "start shop with the host");
            assertThat(made.differences()).singleElement().asString().contains("+User=ops");
            assertThat(root.inside("cat /etc/systemd/system/shop.service"))
                    .contains(
                            "ExecStart=/bin/sh -c \"serve --name \\\"$$HOME\\\" 100%%\\\\n\"\n",
                            "WorkingDirectory=/srv/it's here\n");

            root.inside(": >/tmp/calls");
            EnsureDaemon other = daemon("serve more", "ops");
            ScriptAnswer changed = Rounds.changes(run, units, other.script(Parts.none()));
            assertThat(root.inside("grep -v show /tmp/calls"))
                    .isEqualTo("daemon-reload\nrestart -- shop\n");
            Rounds.changes(run, units, other.undo(changed.before()).orElseThrow());
            assertThat(Rounds.unchanged(run, units, daemon.script(Parts.none())).reason())
                    .isEqualTo("The daemon shop is as wished");

            Rounds.changes(run, units, daemon.undo(made.before()).orElseThrow());
            assertThat(units.resolve("shop.service")).doesNotExist();
        }
    }

    @Test
    void startsEnablesAndStopsWhatIsThere() throws Exception {
        try (ThrowAwayRoot root = systemd()) {
            ScriptRun run = root.run("dash");
            Path state = root.path("/run");
            EnsureDaemon on = EnsureDaemon.of("nginx");
            assertThat(run.look(on.script(Parts.none())).code()).isEqualTo("no-daemon");
            Rounds.refused(run, state, on.script(Parts.none()), "no-daemon");

            Files.writeString(root.path("/etc/systemd/system/nginx.service"), "[Unit]\n");
            ScriptAnswer started = Rounds.changes(run, state, on.script(Parts.none()));
            assertThat(started.wishes())
                    .containsExactly("start nginx", "start nginx with the host");
            assertThat(run.apply(new ReloadDaemon("nginx").script(Parts.none())).kind())
                    .isEqualTo(Kind.CHANGED);
            EnsureDaemon off = new EnsureDaemon("nginx", "", "", "", false, true);
            Rounds.changes(run, state, off.script(Parts.none()));
            assertThat(run.apply(new ReloadDaemon("nginx").script(Parts.none())).reason())
                    .startsWith("nginx does not run");
            Rounds.changes(run, state, on.undo(started.before()).orElseThrow());
            assertThat(root.inside("ls /run/stand-in")).isEmpty();

            Files.writeString(root.path("/etc/systemd/system/nginx.service"), "broken");
            ScriptAnswer failed = run.apply(on.script(Parts.none()));
            assertThat(failed.kind()).isEqualTo(Kind.FAILED);
            assertThat(failed.code()).isEqualTo("not-started");
            assertThat(failed.output()).contains("exec format error");

            root.inside("ln -sf /dev/null /etc/systemd/system/nginx.service");
            Rounds.refused(run, state, on.script(Parts.none()), "is-masked");
        }
    }

    @Test
    void usesTheScriptsOfInitWhereThereIsNothingElse() throws Exception {
        try (ThrowAwayRoot root = ThrowAwayRoot.of("debian", folder)) {
            ScriptRun run = root.run("dash");
            program(
                    root,
                    "/etc/init.d/nginx",
                    """
                    #!/bin/sh
                    case $1 in
                    status) kill -0 "$(cat /run/nginx.pid 2>/dev/null)" 2>/dev/null ;;
                    start) sleep 1000 & echo $! >/run/nginx.pid; echo started ;;
                    stop) kill "$(cat /run/nginx.pid)"; rm /run/nginx.pid ;;
                    *) exit 3 ;;
                    esac
                    """);
            root.inside("rm -f /usr/sbin/update-rc.d /usr/sbin/rc-update");
            program(
                    root,
                    "/usr/sbin/chkconfig",
                    """
                    #!/bin/sh
                    mkdir -p /etc/rc3.d
                    case $2 in
                    on) ln -s ../init.d/$1 /etc/rc3.d/S20$1 ;;
                    off) rm /etc/rc3.d/S20$1 ;;
                    esac
                    """);
            EnsureDaemon on = EnsureDaemon.of("nginx");
            ScriptAnswer started = run.apply(on.script(Parts.none()));
            assertThat(started.kind()).as(started.toString()).isEqualTo(Kind.CHANGED);
            assertThat(started.output()).isEqualTo("started\n");
            Rounds.unchanged(run, root.path("/etc"), on.script(Parts.none()));
            ScriptAnswer failed = run.apply(new ReloadDaemon("nginx").script(Parts.none()));
            assertThat(failed.code()).isEqualTo("not-reloaded");
            assertThat(run.apply(on.undo(started.before()).orElseThrow()).kind())
                    .isEqualTo(Kind.CHANGED);
            assertThat(root.path("/etc/rc3.d/S20nginx")).doesNotExist();
        }
    }

    private static EnsureDaemon daemon(String command, String account) {
        return new EnsureDaemon("shop", command, account, "/srv/it's here", true, true);
    }

    /** The last of so many numbers, once they are there. */
    private static String pids(ThrowAwayRoot root, int count) throws Exception {
        return root.inside(
                        "cd '/srv/it'\\''s here'; i=0; until [ \"$(cat pids 2>/dev/null | wc -l)\" -ge "
                                + count
                                + " ]; do sleep 1; i=$((i+1)); [ $i -lt 60 ] || exit 1; done; tail -n 1 pids")
                .strip();
    }

    private static String last(ThrowAwayRoot root) throws Exception {
        return pids(root, 4);
    }

    private ThrowAwayRoot systemd() throws Exception {
        ThrowAwayRoot root = ThrowAwayRoot.of("debian", folder);
        Files.createDirectories(root.path("/run/systemd/system"));
        Files.createDirectories(root.path("/etc/systemd/system"));
        program(root, "/usr/bin/systemctl", SYSTEMCTL);
        return root;
    }

    private static void program(ThrowAwayRoot root, String path, String text) throws IOException {
        Files.writeString(root.path(path), text);
        Files.setAttribute(root.path(path), "unix:mode", 0755);
    }
}
