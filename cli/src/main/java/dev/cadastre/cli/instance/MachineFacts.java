package dev.cadastre.cli.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What parameters may take from this machine, under the names of an inventory's facts. */
final class MachineFacts {

    private static final Pattern SETTING = Pattern.compile("(?m)^([A-Z_]+)=\"?([^\"\\n]*)\"?$");
    private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal:\\s+([0-9]{1,15}) kB$");

    private MachineFacts() {}

    static Map<String, String> read() {
        return of(
                text("/proc/meminfo"),
                text("/etc/os-release"),
                System.getProperty("os.arch", ""),
                Runtime.getRuntime().availableProcessors());
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }

    /** Out of these texts. */
    static Map<String, String> of(String memory, String release, String arch, int processors) {
        Map<String, String> facts = new HashMap<>();
        facts.put("cpu.count", Integer.toString(processors));
        facts.put("kernel.arch", arch.equals("amd64") ? "x86_64" : arch);
        Matcher total = MEMORY.matcher(memory);
        if (total.find()) {
            facts.put("memory.total", Long.toString(Long.parseLong(total.group(1)) * 1024));
        }
        Matcher settings = SETTING.matcher(release);
        while (settings.find()) {
            switch (settings.group(1)) {
                case "ID" -> facts.put("os.id", settings.group(2));
                case "VERSION_ID" -> facts.put("os.version", settings.group(2));
                default -> {}
            }
        }
        return facts;
    }
}
