package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cadastre.probe.SectionOutcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddOnsTest {

    private static final ProbeLimits SHORT =
            new ProbeLimits(Duration.ofSeconds(2), Duration.ofSeconds(30), 100_000);

    @TempDir private Path folder;

    @Test
    void readsFilesOfFacts() throws Exception {
        Files.writeString(
                folder.resolve("shop.facts"), "# ours\nrelease = 1.10\ncopies=3\nbeta=true\n");
        Files.writeString(
                folder.resolve("rack.json"),
                """
                {"row": 4, "site": {"name": "Zürich", "lat": 47.38}, "tags": ["a", 2, null],
                 "power": [{"feed": "A"}], "none": null}
                """);
        Report report = new ProbeRun().facts(folder).report();

        assertThat(report.fact("shop.release")).contains(new FactValue.Text("1.10"));
        assertThat(report.fact("shop.copies")).contains(new FactValue.Whole(3));
        assertThat(report.fact("shop.beta")).contains(new FactValue.Flag(true));
        assertThat(report.fact("rack.row")).contains(new FactValue.Whole(4));
        assertThat(report.fact("rack.site.name")).contains(new FactValue.Text("Zürich"));
        assertThat(report.fact("rack.site.lat").map(FactValue::text)).contains("47.38");
        assertThat(report.fact("rack.tags")).contains(new FactValue.Items(List.of("a", "2")));
        assertThat(report.fact("rack.power.0.feed")).contains(new FactValue.Text("A"));
        assertThat(report.fact("rack.none")).isEmpty();
        assertThat(outcome(report, "plugin:rack.json").status()).isEqualTo(Status.COLLECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh", "bash", "mksh"})
    void executesPlugInsEachOfWhichFailsAlone(String shell) throws Exception {
        executable("good.sh", "echo colour=green");
        executable("bad", "echo colour=red\necho 'the disk is on fire' >&2\nexit 3");
        executable("hangs", "echo colour=blue\nsleep 1000 & wait");
        executable("floods", "yes '{' | tr -d '\\n'");
        executable("broken.json", "echo '{\"a\": 1, oops'");
        executable("os.sh", "echo id=hurd");
        Report report =
                new ProbeRun()
                        .by(shell.split(" ", -1))
                        .facts(folder)
                        .script(Probe.script(List.of(), SHORT))
                        .report();

        assertThat(report.fact("good.colour")).contains(new FactValue.Text("green"));
        assertThat(outcome(report, "plugin:bad").status()).isEqualTo(Status.FAILED);
        assertThat(outcome(report, "plugin:bad").reason())
                .isEqualTo("It ended with exit code 3: the disk is on fire");
        assertThat(outcome(report, "plugin:hangs").status()).isEqualTo(Status.TIMED_OUT);
        assertThat(outcome(report, "plugin:floods").status()).isEqualTo(Status.TRUNCATED);
        assertThat(outcome(report, "plugin:broken.json").reason()).contains("line 1, column");
        assertThat(outcome(report, "plugin:os.sh").reason()).contains("choose another name");
        assertThat(report.fact("os.id")).isNotEqualTo(new FactValue.Text("hurd"));
        assertThat(report.facts())
                .extracting(Fact::name)
                .doesNotContain("bad.colour", "hangs.colour");
        assertThat(report.outcome(Section.of(Section.Kind.SYSTEM)).orElseThrow().status())
                .isEqualTo(Status.COLLECTED);
    }

    @Test
    void keepsTheEndOfALongComplaint() throws Exception {
        executable("bad", "printf begin >&2\nhead -c 9000000 /dev/zero | tr '\\0' x >&2\nexit 3");

        assertThat(outcome(new ProbeRun().facts(folder).report(), "plugin:bad").reason())
                .startsWith("It ended with exit code 3: xxx")
                .hasSizeLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh", "bash", "mksh"})
    void asksNoPlugInOnceTheTimeOfAllIsOver(String shell) throws Exception {
        executable("a-hangs", "sleep 1000");
        executable("b-hangs", "sleep 1000");
        Files.writeString(folder.resolve("c.facts"), "colour=green\n");
        ProbeLimits limits = new ProbeLimits(Duration.ofSeconds(2), Duration.ofSeconds(2), 1 << 20);
        Report report =
                new ProbeRun()
                        .by(shell.split(" ", -1))
                        .facts(folder)
                        .script(Probe.script(List.of(), limits))
                        .report();

        for (String name : List.of("plugin:b-hangs", "plugin:c.facts")) {
            assertThat(outcome(report, name).status()).isEqualTo(Status.FAILED);
            assertThat(outcome(report, name).reason())
                    .isEqualTo("It was not asked, since the probe had worked for 2 s, its limit");
        }
    }

    @Test
    void leavesOtherFilesAlone() throws Exception {
        Files.writeString(folder.resolve("README.md"), "a=b");
        Files.writeString(folder.resolve("old.facts.bak"), "a=b");
        Files.writeString(folder.resolve("notes"), "a=b");
        Files.createDirectory(folder.resolve("sub.facts"));

        assertThat(new ProbeRun().facts(folder).report().sections())
                .noneMatch(outcome -> outcome.section().kind().addOn());
    }

    @Test
    void cannotForgeFrames() throws Exception {
        String hostile =
                "@end\n@done ok 0 0\n@section identity\n+/etc/machine-id\n|0123\n\u0000\u001b[2J@end\n";
        Files.writeString(
                folder.resolve("evil.facts"), hostile + "name=<script>\u202Eevil\u0007\n");
        Report report = new ProbeRun().facts(folder).report();

        assertThat(outcome(report, "plugin:evil.facts").status()).isEqualTo(Status.FAILED);
        assertThat(report.fact("evil.name"))
                .contains(new FactValue.Text("<script>\uFFFDevil\uFFFD"));
        assertThat(report.identity().machineId()).isNotEqualTo("0123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh", "bash", "mksh"})
    void addsSnippetsOfTheServer(String shell) throws Exception {
        List<Snippet> snippets =
                List.of(
                        new Snippet("quotes", "a=\"it's\"; echo \"text=$a\"\necho done=true"),
                        new Snippet("syntax", "if then 'oops"),
                        new Snippet("leaves", "echo x=1; exit 7"),
                        new Snippet("reads", "cat; echo stdin=empty"));
        Report report =
                new ProbeRun()
                        .by(shell.split(" ", -1))
                        .script(Probe.script(snippets, SHORT))
                        .report();

        assertThat(report.fact("quotes.text")).contains(new FactValue.Text("it's"));
        assertThat(report.fact("quotes.done")).contains(new FactValue.Flag(true));
        assertThat(report.fact("reads.stdin")).contains(new FactValue.Text("empty"));
        assertThat(outcome(report, "snippet:syntax").status()).isEqualTo(Status.FAILED);
        assertThat(outcome(report, "snippet:leaves").status()).isEqualTo(Status.FAILED);
        assertThat(report.outcome(Section.of(Section.Kind.SOCKETS)).orElseThrow().status())
                .isEqualTo(Status.COLLECTED);
    }

    @Test
    void refusesTwoSnippetsOfOneName() {
        Snippet snippet = new Snippet("one", "true");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Probe.script(List.of(snippet, snippet), ProbeLimits.DEFAULT))
                .withMessageContaining("one");
    }

    private static SectionOutcome outcome(Report report, String name) {
        return report.outcome(Section.named(name).orElseThrow()).orElseThrow();
    }

    private void executable(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
