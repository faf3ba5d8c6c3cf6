package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Disks of a host that fill up while a run is at work there, as small file systems. */
@Timeout(120)
class FullDiskRunTest {

    private static final String NEW = "new\n".repeat(50_000);

    @TempDir private Path folder;

    private Path home;
    private Path change;
    private @Nullable Path disk;
    private Sshd sshd;

    @BeforeEach
    void start() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        change = Files.createDirectories(folder.resolve("shop")).resolve("shop.change");
        sshd = Sshd.start(Files.createDirectories(folder.resolve("sshd")), home);
    }

    @AfterEach
    void stop() throws Exception {
        sshd.close();
        command("umount", "-l", mounted().toString());
    }

    private void mount(Path at, String size) throws Exception {
        Path made = Files.createDirectories(at);
        command("mount", "-t", "tmpfs", "-o", "mode=700,size=" + size, "tmpfs", made.toString());
        disk = made;
    }

    private Path mounted() {
        return Objects.requireNonNull(disk, "Each test mounts a disk");
    }

    private void grow(String size) throws Exception {
        command("mount", "-o", "remount,size=" + size, mounted().toString());
    }

    private static void command(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", List.of(words), said).isZero();
    }

    private Terminal.Outcome run(String... words) {
        return new Terminal(home).run(words);
    }

    private Terminal.Outcome start(String steps) throws IOException {
        Files.writeString(change.resolveSibling("new"), NEW);
        Files.writeString(
                change,
                """
                [change]
                name = shop

                [step open]
                op = bundle.open
                bundle = shop

                %s
                [step close]
                op = bundle.close
                """
                        .formatted(steps));
        return run("run", "start", change.toString(), "--offline", "--host", sshd.host(), "--yes");
    }

    private static String copy(String step, Path target) {
        return """
        [step %s]
        op = files.copy
        source = new
        target = %s
        """
                .formatted(step, target);
    }

    private List<String> names(Path of) throws IOException {
        try (var all = Files.list(of)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whereFilesAreCopiedToTheOldOneStaysAndTheRunGoesOnWhenThereIsRoom() throws Exception {
        mount(folder.resolve("srv"), "300k");
        Files.writeString(mounted().resolve("second"), "old\n");

        Terminal.Outcome failed =
                start(
                        copy("first", mounted().resolve("first"))
                                + copy("second", mounted().resolve("second")));

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err())
                .contains("second on 127.0.0.1")
                .contains(mounted().resolve("second") + " was not changed")
                .contains("No space left on device")
                .contains(" KiB are free there)");
        assertThat(mounted().resolve("first")).hasContent(NEW);
        assertThat(mounted().resolve("second")).hasContent("old\n");
        assertThat(names(mounted())).containsExactly("first", "second");
        assertThat(run("run", "show", "latest").out())
                .contains("first   127.0.0.1  ok       yes")
                .contains("second  127.0.0.1  failed");

        grow("2m");
        Terminal.Outcome resumed = run("run", "resume", "latest");

        assertThat(resumed.status()).as(resumed.err()).isZero();
        assertThat(mounted().resolve("second")).hasContent(NEW);
        assertThat(run("run", "undo", "latest").status()).isZero();
        assertThat(mounted().resolve("second")).hasContent("old\n");
        assertThat(mounted().resolve("first")).doesNotExist();
    }

    @Test
    void whereTheRunKeepsItsTracesNothingIsBegunUntilThereIsRoom() throws Exception {
        mount(sshd.home().resolve(".cadastre"), "1m");
        Path target = Files.createDirectories(folder.resolve("etc"));

        Terminal.Outcome failed =
                start(
                        """
                        [step fill]
                        op = command.run
                        command = cat /dev/zero >'%s' 2>/dev/null || true
                        """
                                        .formatted(mounted().resolve("ballast"))
                                + copy("first", target.resolve("first")));

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err())
                .contains("first on 127.0.0.1")
                .contains("Nothing can be written down in ")
                .contains(".cadastre/bundles/shop/state")
                .contains(" (0 KiB are free there)");
        assertThat(target.resolve("first")).doesNotExist();
        assertThat(run("run", "show", "latest").out()).contains("first  127.0.0.1  failed");

        Files.delete(mounted().resolve("ballast"));
        Terminal.Outcome resumed = run("run", "resume", "latest");

        assertThat(resumed.status()).as(resumed.err()).isZero();
        assertThat(target.resolve("first")).hasContent(NEW);
        assertThat(names(mounted().resolve("bundles"))).isEmpty();
    }
}
