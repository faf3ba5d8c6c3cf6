package dev.cadastre.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Nagios 4 of the distribution, which checks as often as it can and does nothing else. */
final class NagiosPeer {

    private static final String PROGRAM = "nagios4";
    private static final String COUNTERS = "nagios4stats";
    private static final String CHECKS_OF_A_MINUTE = "NUMSACTSVCCHECKS1M";

    /** What its counter tells is the last minute, and the one before is that of its start. */
    private static final Duration UNTIL_STEADY = Duration.ofSeconds(135);

    private static final double A_MINUTE = 60;
    private static final int SERVICES_A_HOST = 100;
    private static final long PATIENCE_SECONDS = 30;

    private NagiosPeer() {}

    static boolean isInstalled() {
        return Shell.available(PROGRAM) && Shell.available(COUNTERS);
    }

    /** What the program calls itself, or how it comes here. */
    static String version() throws IOException, InterruptedException {
        return isInstalled()
                ? Shell.quietly(PROGRAM, "--version")
                        .output()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse("")
                : "not installed: apt-get install nagios4-core";
    }

    /**
     * How many checks it makes a second.
     *
     * @param seconds between two checks of a service, shorter than it can keep
     */
    static double rate(Path scratch, List<String> command, int services, int seconds)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectory(scratch.resolve("nagios"));
        Path run = Files.createDirectory(folder.resolve("run"));
        Path configuration = folder.resolve("nagios.cfg");
        Files.writeString(configuration, text("nagios.cfg", folder));
        Files.writeString(folder.resolve("objects.cfg"), objects(command, services, seconds));
        Shell.run(Map.of(), "chmod", "a+x", scratch.toString(), folder.toString());
        Shell.run(Map.of(), "chown", "nagios:nagios", run.toString());
        Process nagios =
                new ProcessBuilder(PROGRAM, configuration.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        try {
            Thread.sleep(UNTIL_STEADY);
            if (!nagios.isAlive()) {
                throw new IOException(Files.readString(folder.resolve("output")));
            }
            return checksOfAMinute(configuration) / A_MINUTE;
        } finally {
            end(nagios);
        }
    }

    private static double checksOfAMinute(Path configuration)
            throws IOException, InterruptedException {
        String told =
                Shell.run(
                                Map.of(),
                                COUNTERS,
                                "-c",
                                configuration.toString(),
                                "-m",
                                "-d",
                                CHECKS_OF_A_MINUTE)
                        .output();
        return Double.parseDouble(told.strip());
    }

    private static void end(Process nagios) throws InterruptedException {
        nagios.destroy();
        if (!nagios.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            nagios.destroyForcibly();
        }
    }

    /** A file of its configuration, with what is missing in it. */
    private static String text(String name, Object missing) throws IOException {
        String path = "nagios/" + name;
        try (InputStream in =
                Objects.requireNonNull(NagiosPeer.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).formatted(missing);
        }
    }

    private static String objects(List<String> command, int services, int seconds)
            throws IOException {
        String line = command.stream().map(NagiosPeer::quoted).collect(Collectors.joining(" "));
        StringBuilder text = new StringBuilder(text("objects.cfg", line));
        for (int i = 0; i < services; i++) {
            int host = i / SERVICES_A_HOST;
            if (i % SERVICES_A_HOST == 0) {
                text.append(host(host));
            }
            text.append(service(host, i, seconds));
        }
        return text.toString();
    }

    /** A semicolon would begin a comment. */
    private static String quoted(String word) {
        String carried = word.replace(";", "\\;");
        return word.contains(" ") ? '"' + carried + '"' : carried;
    }

    private static String host(int number) {
        return """
        define host {
            host_name host%d
            address 127.0.0.1
            max_check_attempts 3
            active_checks_enabled 0
            contacts nobody
        }
        """
                .formatted(number);
    }

    private static String service(int host, int number, int seconds) {
        return """
        define service {
            host_name host%d
            service_description check-%d
            check_command check
            check_interval %d
            retry_interval %3$d
            max_check_attempts 3
            check_period always
            contacts nobody
        }
        """
                .formatted(host, number, seconds);
    }
}
