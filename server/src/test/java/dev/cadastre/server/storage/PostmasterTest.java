package dev.cadastre.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    @TempDir private Path folder;

    /** The parent is stopped, so that it cannot ask how its child has ended. */
    @Test
    void waitsNoLongerForOneThatHasEndedAndIsNotReaped() throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("postgres/data"));
        Path file = Files.createFile(data.resolve("postmaster.pid"));
        Process parent =
                new ProcessBuilder("/bin/sh", "-c", "tail -f \"$0\"; :", file.toString()).start();
        try {
            ProcessHandle child = child(parent);
            new ProcessBuilder("/bin/sh", "-c", "kill -STOP " + parent.pid()).start().waitFor();
            Files.writeString(file, child.pid() + "\n");

            Postmaster.stopLeftBehind(data, LIMIT);

            assertThat(child.isAlive()).as("it is in the list of processes").isTrue();
            assertThat(Files.readString(Path.of("/proc/" + child.pid(), "cmdline"))).isEmpty();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    /** As after a crash, when the log of all that was written last is gone through. */
    @Test
    void waitsWithoutALimitForOneThatSaysThatItIsStarting()
            throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("postgres/data"));
        Path file = data.resolve("postmaster.pid");
        Process process =
                new ProcessBuilder(
                                "/bin/sh",
                                "-c",
                                """
                                say() { printf '%s\\n' $$ 2 3 4 5 6 7 "$1" >"$0.new" && mv "$0.new" "$0"; }
                                say 'starting'; read _; sleep 0.3; say 'ready   '; read _
                                """,
                                file.toString())
                        .start();
        try (Writer go = process.outputWriter()) {
            while (Files.notExists(file)) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            go.write("\n");
            go.flush();

            Postmaster.awaitReady(data, process, Duration.ZERO);

            assertThat(Files.readString(file)).contains("ready");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void givesOneUpThatSaysNothing() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/sh", "-c", "read _").start();
        try {
            assertThatThrownBy(() -> Postmaster.awaitReady(folder, process, Duration.ZERO))
                    .isInstanceOf(IOException.class)
                    .hasMessage("postgres was not ready within 0 s");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static ProcessHandle child(Process parent) throws InterruptedException {
        Optional<ProcessHandle> child = parent.children().findAny();
        while (child.filter(PostmasterTest::isTail).isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(10);
            child = parent.children().findAny();
        }
        return child.orElseThrow();
    }

    private static boolean isTail(ProcessHandle process) {
        return process.info().command().orElse("").contains("tail");
    }
}
