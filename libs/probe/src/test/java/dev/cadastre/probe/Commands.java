package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The programs of this machine that tests compare the probe with. */
final class Commands {

    /** Debian packages that are not called like the program that they have. */
    private static final Map<String, String> PACKAGES =
            Map.of(
                    "busybox", "busybox-static",
                    "ss", "iproute2",
                    "dpkg-query", "dpkg",
                    "rpmbuild", "rpm");

    private Commands() {}

    /** The path of a program, which must be there. */
    static Path installed(String name) {
        for (String folder : path().split(":", -1)) {
            Path candidate = Path.of(folder, name);
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        throw new AssertionError(
                "This test compares with "
                        + name
                        + ", which is not installed: apt-get install "
                        + PACKAGES.getOrDefault(name, name));
    }

    private static String path() {
        return System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin:/usr/bin:/bin";
    }

    /** The lines that a program prints. */
    static List<String> lines(String... command) throws IOException, InterruptedException {
        installed(command[0]);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Arrays.toString(command) + ": " + output).isZero();
        return output.lines().toList();
    }
}
