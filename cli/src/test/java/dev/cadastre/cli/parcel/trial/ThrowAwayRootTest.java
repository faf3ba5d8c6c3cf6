package dev.cadastre.cli.parcel.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that mean harm, where the kernel lets a root be made. */
class ThrowAwayRootTest {

    @TempDir private Path folder;

    private ThrowAwayRoot root = new ThrowAwayRoot(false);

    @BeforeEach
    void canBeMade() throws Exception {
        root = new ThrowAwayRoot(Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid")));
        assumeFalse(run("exit 0") instanceof TrialEnding.NotRun);
    }

    private TrialEnding run(String script, String... arguments)
            throws IOException, InterruptedException {
        return run(Duration.ofSeconds(60), script, arguments);
    }

    private TrialEnding run(Duration limit, String script, String... arguments)
            throws IOException, InterruptedException {
        Path parcel = folder.resolve("parcel");
        Path tests = Files.createDirectories(parcel.resolve("tests"));
        Path test = tests.resolve("harm");
        Files.writeString(test, "#!/bin/sh\n" + script + "\n");
        assertThat(test.toFile().setExecutable(true)).isTrue();
        Path tar = folder.resolve("parcel.tar");
        new ProcessBuilder("tar", "-cf", tar.toString(), "-C", parcel.toString(), ".")
                .inheritIO()
                .start()
                .waitFor();
        return root.run(tar, new Trial("tests/harm", List.of(arguments), limit));
    }

    private String output(String script, String... arguments)
            throws IOException, InterruptedException {
        return ((TrialEnding.Ended) run(script, arguments)).output();
    }

    @Test
    void tellsStatusAndOutput() throws Exception {
        assertThat(run("echo \"$# $2\"; pwd; ls; exit 3", "one", "two words"))
                .isEqualTo(new TrialEnding.Ended(3, "2 two words\n/parcel\ntests\n"));
    }

    @Test
    void keepsFilesOfThisMachineAsTheyAre() throws Exception {
        Path own = Files.writeString(folder.resolve("own"), "mine");

        assertThat(
                        output(
                                "for f in /usr /etc /bin/; do touch $f/harm 2>/dev/null && echo $f; done;"
                                        + " mount -o remount,rw /usr 2>/dev/null && echo mounted;"
                                        + " ls -A /home /root /srv /mnt | grep -v '^/'; rm -f '"
                                        + own
                                        + "'; echo kept > /tmp/harm; cat /tmp/harm"))
                .isEqualToIgnoringNewLines("kept");
        assertThat(own).hasContent("mine");
        assertThat(output("cat /tmp/harm 2>/dev/null; :")).isEmpty();
    }

    @Test
    void seesNoOtherProcessAndNoNetwork() throws Exception {
        long own = ProcessHandle.current().pid();

        assertThat(
                        output(
                                "kill -9 %d 2>/dev/null && echo killed; ls /proc/%<d 2>/dev/null; :"
                                        .formatted(own)))
                .isEmpty();
        assertThat(output("tail -n +3 /proc/net/dev | grep -cv 'lo:'; :")).isEqualTo("0\n");
    }

    @Test
    void endsWhatTakesTooLongWithAllThatItStarted() throws Exception {
        String mark = "31.4159" + ProcessHandle.current().pid();

        TrialEnding ending = run(Duration.ofSeconds(1), "sleep %s & sleep %<s".formatted(mark));

        assertThat(
                        TrialVerdict.of(
                                new Trial("tests/harm", List.of(), Duration.ofSeconds(1)), ending))
                .hasValueSatisfying(
                        problem -> assertThat(problem.message()).contains("longer than 1 s"));
        assertThat(
                        ProcessHandle.allProcesses()
                                .map(process -> process.info().commandLine().orElse(""))
                                .filter(line -> line.contains(mark)))
                .isEmpty();
    }

    @Test
    void hearsNoMoreThanItsBound() throws Exception {
        assertThat(output("yes | head -c 5000000")).hasSize(64 << 10);
    }
}
