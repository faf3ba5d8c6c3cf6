package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import dev.cadastre.change.script.ScriptRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Package managers that this machine does not have, by what they print. */
class PackageSamplesTest {

    private static final String CURL = "P:curl\nV:8.9.0-r0\n\n";

    @TempDir private Path folder;
    private ThrowAwayRoot root;

    @BeforeEach
    void open() throws Exception {
        root = ThrowAwayRoot.of("busybox", folder);
        Files.createDirectories(root.path("/etc/apk"));
        Files.writeString(root.path("/etc/apk/world"), "curl\nlocked=1.0-r0\n");
        Files.writeString(root.path("/lib/apk/db/installed"), CURL + "P:locked\nV:1.0-r0\n\n");
    }

    @AfterEach
    void close() {
        root.close();
    }

    @Test
    void readsWhatApkWouldDo() throws Exception {
        apk(
                """
                (1/4) Upgrading libcurl (8.9.0-r0 -> 8.9.1-r1)
                (2/4) Upgrading curl (8.9.0-r0 -> 8.9.1-r1)
                (3/4) Installing jq (1.7.1-r0)
                (4/4) Purging c-ares (1.27.0-r0)
                OK: 13 MiB in 24 packages
                """,
                0);
        ScriptAnswer answer = run().look(wish("jq", "curl=latest"));
        assertThat(answer.kind()).isEqualTo(Kind.WOULD_CHANGE);
        // Each of the two commands is asked for.
        assertThat(answer.wishes())
                .startsWith(
                        "change libcurl from 8.9.0-r0 to 8.9.1-r1",
                        "change curl from 8.9.0-r0 to 8.9.1-r1",
                        "install jq 1.7.1-r0",
                        "remove c-ares 1.27.0-r0");
        assertThat(root.inside("cat /tmp/calls"))
                .isEqualTo(
                        """
                        --no-progress --simulate add jq
                        --no-progress --simulate add --upgrade curl
                        """);
    }

    @Test
    void takesAnApkVersionWithoutItsRevision() throws Exception {
        apk("not asked", 9);
        assertThat(run().look(wish("curl=8.9.0")).reason()).isEqualTo("curl 8.9.0-r0 installed");
    }

    @Test
    void tellsWhyApkCannot() throws Exception {
        apk(
                """
                ERROR: unable to select packages:
                  nosuch (no such package):
                    required by: world[nosuch]
                """,
                1);
        assertThat(run().apply(wish("nosuch"), "").reason())
                .isEqualTo(
                        "nosuch cannot be installed: unable to select packages:\n"
                                + "nosuch (no such package)");
    }

    @Test
    void doesNotBelieveThatApkRemovesWhatOthersNeed() throws Exception {
        apk(
                """
                World updated, but the following packages are not removed due to:
                  curl: git

                OK: 13 MiB in 24 packages
                """,
                0);
        RemovePackages remove = new RemovePackages(List.of("curl"), false);
        assertThat(run().look(remove.script(Parts.none())).code()).isEqualTo("not-removable");
    }

    @Test
    void holdsByApksWorld() throws Exception {
        program(
                "/sbin/apk",
                """
                echo "$@" >>/tmp/calls
                case $3 in
                *=*) sed -i "s/^${3%%=*}$/$3/" /etc/apk/world ;;
                *) sed -i "s/^$3=.*/$3/" /etc/apk/world ;;
                esac
                """);
        HoldPackages hold = new HoldPackages(List.of("curl", "locked"), true);
        ScriptAnswer held = Rounds.changes(run(), root.path("/etc"), hold.script(Parts.none()));
        assertThat(held.wishes()).containsExactly("hold curl at 8.9.0-r0");
        assertThat(root.inside("cat /etc/apk/world")).isEqualTo("curl=8.9.0-r0\nlocked=1.0-r0\n");

        Rounds.changes(run(), root.path("/etc"), hold.undo(held.before()).orElseThrow());
        assertThat(root.inside("cat /etc/apk/world")).isEqualTo("curl\nlocked=1.0-r0\n");
        assertThat(root.inside("cat /tmp/calls"))
                .isEqualTo("--no-progress add curl=8.9.0-r0\n--no-progress add curl\n");
    }

    @Test
    void readsWhatYumWouldDo() throws Exception {
        program("/sbin/rpm", "echo 'package httpd is not installed'; exit 1");
        program(
                "/sbin/yum",
                """
                cat <<'END'
                Loaded plugins: fastestmirror
                Resolving Dependencies
                --> Running transaction check
                ---> Package httpd.x86_64 0:2.4.6-97.el7.centos.5 will be installed
                --> Finished Dependency Resolution

                Dependencies Resolved

                ================================================================================
                 Package        Arch        Version                      Repository        Size
                ================================================================================
                Installing:
                 httpd          x86_64      2.4.6-97.el7.centos.5        updates          2.7 M
                Installing for dependencies:
                 a-package-with-a-name-that-is-too-long-for-its-column
                                x86_64      1.4.8-7.el7                  base             104 k
                Updating for dependencies:
                 apr            x86_64      1.4.8-9.el7                  base             104 k
                     replacing  old.x86_64 1.0

                Transaction Summary
                ================================================================================
                Install  1 Package (+1 Dependent package)

                Total download size: 2.8 M
                Exiting on user command
                END
                exit 1
                """);
        assertThat(run().look(wish("httpd")).wishes())
                .containsExactly(
                        "install httpd 2.4.6-97.el7.centos.5",
                        "install a-package-with-a-name-that-is-too-long-for-its-column 1.4.8-7.el7",
                        "change apr to 1.4.8-9.el7");
    }

    @Test
    void saysThatThereIsNoManager() throws Exception {
        assertThat(run().look(wish("curl")).code()).isEqualTo("no-manager");
    }

    private void apk(String prints, int exit) throws Exception {
        program(
                "/sbin/apk",
                "echo \"$@\" >>/tmp/calls\ncat <<'END'\n" + prints + "END\nexit " + exit);
    }

    private void program(String path, String body) throws IOException {
        Files.writeString(root.path(path), "#!/bin/sh\n" + body + "\n");
        Files.setAttribute(root.path(path), "unix:mode", 0755);
    }

    private ScriptRun run() throws IOException {
        return root.run("sh");
    }

    private static dev.cadastre.change.script.Script wish(String... packages) {
        return InstallPackages.of(packages).script(Parts.none());
    }
}
