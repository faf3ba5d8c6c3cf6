package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks that are full, cannot be written, or do not let anything run. */
class HostileDiskTest {

    @TempDir private Path folder;
    private ThrowAwayRoot root;

    @BeforeEach
    void open() throws Exception {
        root = ThrowAwayRoot.of("debian", folder);
    }

    @AfterEach
    void close() {
        root.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash --posix"})
    void leavesTheOldFileWhenTheDiskIsFull(String shell) throws Exception {
        root.mounted("mount -t tmpfs -o size=64k tmpfs \"$root/srv\"; echo old >\"$root/srv/f\"");
        Parts parts = Parts.none().file("f", new byte[200_000]);
        Script script = new CopyFile("f", "/srv/f", FileRights.ANY).script(parts);

        ScriptAnswer answer = root.run(shell).apply(script, "");
        assertThat(answer.kind()).isEqualTo(Kind.FAILED);
        assertThat(answer.code()).isEqualTo("not-written");
        assertThat(answer.reason())
                .startsWith("/srv/f was not changed, since it could not be written anew: ")
                .contains("No space left on device");
        assertThat(root.inside("cd /srv; ls -A; cat f")).isEqualTo("f\nold\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "new"})
    void undoesWhatTheFullDiskKeptFromBeingDone(String name) throws Exception {
        root.mounted("mount -t tmpfs -o size=64k tmpfs \"$root/srv\"; echo old >\"$root/srv/old\"");
        Parts parts = Parts.none().file("f", new byte[200_000]);
        CopyFile copy = new CopyFile("f", "/srv/" + name, FileRights.ANY);
        ScriptAnswer failed = root.run("sh").apply(copy.script(parts), "");
        assertThat(failed.code()).isEqualTo("not-written");

        Script undo = copy.undo(failed.before()).orElseThrow();
        assertThat(root.run("sh").apply(undo, "").kind()).isEqualTo(Kind.UNCHANGED);

        root.inside("rm -f /srv/" + name + "; echo hers >/srv/" + name);
        root.run("sh").apply(undo, "");
        assertThat(root.inside("cd /srv; cat " + name)).isEqualTo("hers\n");
    }

    @Test
    void leavesTheOldFilesWhenTheDiskIsFullWhileAFolderArrives() throws Exception {
        root.mounted("mount -t tmpfs -o size=64k tmpfs \"$root/srv\"; mkdir \"$root/srv/d\"");
        Parts parts = Parts.none().file("d/a", new byte[50_000]).file("d/b", new byte[50_000]);
        CopyFolder copy = new CopyFolder("d", "/srv/d", FileRights.ANY, "", false);

        ScriptAnswer answer = root.run("sh").apply(copy.script(parts), "");
        assertThat(answer.code()).isEqualTo("incomplete");
        assertThat(answer.reason()).contains(" KiB are free there)");
        assertThat(root.inside("ls -A /srv/d")).isEmpty();
    }

    @Test
    void refusesInTheLookWhatIsReadOnly() throws Exception {
        root.mounted(
                "mount -t tmpfs tmpfs \"$root/srv\"; echo old >\"$root/srv/f\";"
                        + " mkdir \"$root/srv/d\"; mount -o remount,ro \"$root/srv\"");
        Parts parts = Parts.none().file("f", "new").file("d/a", "");
        Map<String, Script> wishes =
                Map.of(
                        "a file",
                        new CopyFile("f", "/srv/f", FileRights.ANY).script(parts),
                        "a folder's files",
                        new CopyFolder("d", "/srv/d", FileRights.ANY, "", false).script(parts),
                        "a folder",
                        new EnsureDirectory("/srv/x/y", FileRights.ANY).script(parts));
        for (Map.Entry<String, Script> wish : wishes.entrySet()) {
            ScriptAnswer answer = root.run("sh").look(wish.getValue());
            assertThat(answer.kind()).as(wish.getKey()).isEqualTo(Kind.REFUSED);
            assertThat(answer.code()).as(wish.getKey()).isEqualTo("not-writable");
            assertThat(answer.reason()).contains("/srv", "read-only");
        }
    }

    @Test
    void needsNoRightToRunWhatIsInTmp() throws Exception {
        root.mounted("mount -t tmpfs -o noexec tmpfs \"$root/tmp\"");
        Parts parts =
                Parts.none()
                        .file("check", "#!/bin/sh -e\necho \"OK - $1\"\n")
                        .file("program", Files.readAllBytes(Path.of("/bin/busybox")))
                        .file("f", "new");
        var run = root.run("sh").with("HOME", "/tmp").with("TMPDIR", "/tmp");

        assertThat(run.apply(new CopyFile("f", "/tmp/f", FileRights.ANY).script(parts)).kind())
                .isEqualTo(Kind.CHANGED);
        ScriptAnswer answer = run.apply(RunTest.file("check", "it's $(so)").script(parts));
        assertThat(answer.kind()).as(answer.toString()).isEqualTo(Kind.UNCHANGED);
        assertThat(answer.reason()).isEqualTo("OK - it's $(so)");

        answer = run.apply(RunTest.file("program", "true").script(parts));
        assertThat(answer.kind()).isEqualTo(Kind.FAILED);
        assertThat(answer.code()).isEqualTo("not-runnable");
        assertThat(answer.reason()).contains("noexec");
        assertThat(root.inside("ls -A /tmp")).isEqualTo("f\n");
    }

    @Test
    void saysWhoIsNeededWhenItMayNot() throws Exception {
        root.inside("mkdir -m 755 /srv/d; echo old >/srv/d/f; chmod 600 /srv/d/f; chmod 777 /srv");
        Parts parts = Parts.none().file("f", "new");
        Script inFolder = new CopyFile("f", "/srv/d/f", FileRights.ANY).script(parts);
        Script owned =
                new CopyFile("f", "/srv/f", FileRights.ANY.ownedBy("root", "")).script(parts);
        var run = root.run("setpriv --reuid 65534 --regid 65534 --clear-groups sh");

        assertThat(run.look(inFolder).code()).isEqualTo("not-writable");
        assertThat(run.look(owned).code()).isEqualTo("not-root");
        root.inside("chmod 777 /srv/d");
        assertThat(run.look(inFolder).code()).isEqualTo("not-readable");
    }
}
