package dev.cadastre.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What measurements were made on.
 *
 * @param processors how many there are
 * @param model the name the processors give themselves
 * @param memoryMb all of it
 * @param kernel its release
 * @param versions of the programs that took part, by name
 */
record Machine(
        int processors, String model, long memoryMb, String kernel, Map<String, String> versions) {

    /**
     * This one.
     *
     * @param peers versions of other programs that took part in one benchmark, or why they did not
     */
    static Machine here(Path checkout, Map<String, String> peers)
            throws IOException, InterruptedException {
        Map<String, String> versions = new TreeMap<>(peers);
        versions.put("cadastre", firstLine("git", "-C", checkout.toString(), "rev-parse", "HEAD"));
        versions.put("java", Runtime.version().toString());
        versions.put("ssh", firstLine("sh", "-c", "ssh -V 2>&1"));
        if (Shell.available("ansible-playbook")) {
            versions.put("ansible", firstLine("ansible-playbook", "--version"));
        }
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                field(Path.of("/proc/cpuinfo"), "model name"),
                Long.parseLong(field(Path.of("/proc/meminfo"), "MemTotal").replace(" kB", ""))
                        / 1024,
                Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip(),
                versions);
    }

    /** The mean number of processes that ran or wanted to during the last minute. */
    static double load() throws IOException {
        String line = Files.readString(Path.of("/proc/loadavg"));
        return Double.parseDouble(line.substring(0, line.indexOf(' ')));
    }

    /** The memory of a process that is in use, without that of its children, in MB. */
    static double residentMb(long process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process), "status");
        return Long.parseLong(field(status, "VmRSS").replaceAll("\\D", "")) / 1024.0;
    }

    private static String field(Path file, String name) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    private static String firstLine(String... command) throws IOException, InterruptedException {
        return Shell.run(Map.of(), command).output().lines().findFirst().orElse("");
    }
}
