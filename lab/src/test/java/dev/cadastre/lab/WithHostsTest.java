package dev.cadastre.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code lab/bin/with-hosts} is asked for. */
final class WithHostsTest {

    private static WithHosts read(String line) {
        return WithHosts.read(List.of(line.split(" ")));
    }

    @Test
    void readsHostsWithAndWithoutARoleAndLeavesTheCommandAsItIs() {
        assertThat(read("/tmp/a db1:database@10.77.0.13 web1@fd00:77::11 -- sh -c -- x@y"))
                .isEqualTo(
                        new WithHosts(
                                Path.of("/tmp/a"),
                                List.of(
                                        HostSpec.debian("db1")
                                                .address("10.77.0.13")
                                                .role(Role.DATABASE),
                                        HostSpec.debian("web1").address("fd00:77::11")),
                                List.of("sh", "-c", "--", "x@y")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tmp/a",
                "/tmp/a db1@10.77.0.13 sh",
                "/tmp/a -- sh",
                "/tmp/a db1@10.77.0.13 --",
                "-- sh"
            })
    void tellsHowItIsUsedIfSomethingIsMissing(String line) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("usage: with-hosts FOLDER");
    }

    @ParameterizedTest
    @CsvSource({
        "db1:database, not NAME[:ROLE]@ADDRESS: db1:database",
        "db1:oracle@10.77.0.13, 'no role is called oracle; there are [cache, database, django'",
        "db1@192.0.2.1, 'outside 10.77.0.0/16 and fd00:77::/64: 192.0.2.1'",
        "-db@10.77.0.13, not a hostname: -db"
    })
    void namesTheHostThatCannotBe(String host, String problem) {
        assertThatThrownBy(() -> read("/tmp/a " + host + " -- sh"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(problem);
    }

    @Test
    void endsWithTheCommandAndItsStatusAndLeavesNothing(@TempDir Path folder) throws Exception {
        Path classes =
                Path.of(
                        WithHosts.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-cp",
                                classes.toString(),
                                WithHosts.class.getName(),
                                folder.toString(),
                                "there@10.77.0.11",
                                "--",
                                "sh",
                                "-c",
                                "ssh -n -F \"$1\" root@there hostname && exit 7",
                                "sh",
                                folder.resolve("lab/ssh_config").toString())
                        .redirectErrorStream(true)
                        .start();

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEqualTo("there\n");
        assertThat(process.waitFor()).isEqualTo(7);
        assertThat(folder).isEmptyDirectory();
    }
}
