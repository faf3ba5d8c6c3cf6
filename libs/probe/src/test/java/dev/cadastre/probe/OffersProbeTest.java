package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real script, run by real shells: with the apt of this machine, and with stand-ins. */
class OffersProbeTest {

    @TempDir private Path folder;

    private Offers asked(String shell, Map<String, String> variables, String... names)
            throws Exception {
        List<String> words = List.of(shell.split(" ", -1));
        Commands.installed(words.get(0));
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().putAll(variables);
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var in = process.getOutputStream()) {
            in.write(OffersProbe.script(List.of(names)).getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return OffersParser.parse(output).orElseThrow();
    }

    private Path program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Map<String, String> programs() {
        return Map.of("CADASTRE_PROGRAMS", folder.toString());
    }

    /** A repository of this machine's own has what the test asks for, whatever else it knows. */
    @Test
    void agreesWithApt() throws Exception {
        Commands.installed("apt-cache");
        List<String> madison =
                Commands.lines("apt-cache", "madison", "base-files", "coreutils").stream()
                        .filter(line -> line.endsWith(" Packages"))
                        .map(line -> line.split(" *\\| *", -1))
                        .map(columns -> columns[0].strip() + " " + columns[1])
                        .distinct()
                        .toList();

        Offers offers = asked("sh", Map.of(), "base-files", "coreutil.");

        assertThat(offers.managers()).contains("apt");
        assertThat(offers.packages())
                .extracting(offer -> offer.name() + " " + offer.version())
                .containsExactlyInAnyOrderElementsOf(madison);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash -u", "busybox sh", "bash --posix", "mksh"})
    void asksDnfUnderEveryShell(String shell) throws Exception {
        program("apt-cache", "exit 1\n");
        program(
                "dnf",
                """
                case "$*" in
                *'-C'*repoquery*)
                    echo 'Failed to set locale' >&2
                    printf 'nodejs|1|16.20.2|8.el9|appstream|nodejs-16.20.2-8.el9.src.rpm\\n\\n'
                    printf 'nodejs-docs|1|16.20.2|8.el9|appstream|x\\n\\n' ;;
                *'-C'*'module list'*)
                    printf 'AppStream\\nName   Stream Profiles Summary\\nnodejs 20     common x\\n' ;;
                esac
                """);
        program("yum", "echo 'nodejs.x86_64 9 never'\n");

        Offers offers = asked(shell, programs(), "nodejs");

        assertThat(offers.packages())
                .extracting(offer -> offer.name() + " " + offer.version() + " " + offer.module())
                .containsExactly("nodejs 1:16.20.2-8.el9 false", "nodejs 20 true");
        assertThat(offers.remarks()).contains("dnf said: Failed to set locale");
        assertThat(offers.managers()).contains("dnf").doesNotContain("yum");
    }

    /** A shell that does not find the dnf of the machine that the tests run on. */
    private String withoutDnf() throws IOException {
        Path hidden = Path.of("/usr/bin/dnf");
        if (!Files.exists(hidden)) {
            return "sh";
        }
        Path shell =
                program(
                        "shell-without-dnf",
                        "mount --bind /dev/null %s\nexec sh\n".formatted(hidden));
        return "unshare --mount " + shell;
    }

    @Test
    void asksYumAndApk() throws Exception {
        program("apt-cache", "exit 1\n");
        program(
                "yum",
                """
                printf 'Available Packages\\nrh-postgresql13-postgresql-server.x86_64\\n'
                printf '              13.14-1.el7   sclo\\npython3.x86_64  3.6.8-21.el7_9  updates\\n'
                """);
        program(
                "apk",
                """
                case "$*" in
                '--no-network search') printf 'python3-3.11.11-r0\\npython3-dev-3.11.11-r0\\n' ;;
                '--no-network policy python3')
                    printf 'python3 policy:\\n  3.11.11-r0:\\n    https://x.org/main\\n' ;;
                esac
                """);

        Offers offers =
                asked(
                        withoutDnf(),
                        programs(),
                        "python3",
                        "(rh-postgresql[0-9]+-)?postgresql-server");

        assertThat(offers.packages())
                .extracting(offer -> offer.name() + " " + offer.version())
                .containsExactlyInAnyOrder(
                        "python3 3.11.11-r0",
                        "python3 3.6.8-21.el7_9",
                        "rh-postgresql13-postgresql-server 13.14-1.el7");
    }

    @Test
    void waitsForNoToolForLong() throws Exception {
        program("apt-cache", "exec sleep 1000\n");
        program("apk", "while :; do echo x-1-r0; done\n");

        Offers offers =
                asked(
                        "sh",
                        Map.of("CADASTRE_PROGRAMS", folder.toString(), "CADASTRE_SECONDS", "1"),
                        "x");

        assertThat(offers.packages()).isEmpty();
    }
}
