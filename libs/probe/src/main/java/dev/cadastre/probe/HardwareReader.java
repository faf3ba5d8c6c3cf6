package dev.cadastre.probe;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Understands processors, memory and what the firmware says of the machine. */
final class HardwareReader implements SectionReader {

    private static final String CPU = "/proc/cpuinfo";
    private static final String MEMORY = "/proc/meminfo";

    @Override
    public void read(SectionText text, Findings findings) {
        processors(text.lines(CPU), findings);
        List<String> memory = text.lines(MEMORY);
        findings.state("memory.total", kibibytes(memory, "MemTotal"));
        findings.state("swap.total", kibibytes(memory, "SwapTotal"));
        findings.measure("memory.available", available(memory));
        findings.measure("swap.free", kibibytes(memory, "SwapFree"));
        findings.state("hardware.vendor", dmi(text, "sys_vendor"));
        findings.state("hardware.product", dmi(text, "product_name"));
        findings.state("bios.version", dmi(text, "bios_version"));
        findings.state("hypervisor", text.first("/sys/hypervisor/type"));
    }

    private static void processors(List<String> lines, Findings findings) {
        long count = lines.stream().filter(line -> key(line).equals("processor")).count();
        String declared = value(lines, "# processors");
        findings.state(
                "cpu.count",
                declared != null
                        ? Numbers.whole(declared)
                        : count > 0 ? OptionalLong.of(count) : OptionalLong.empty());
        String model = value(lines, "model name");
        model = model != null ? model : value(lines, "cpu");
        findings.state("cpu.model", model != null ? model : value(lines, "Hardware"));
        findings.state("cpu.vendor", value(lines, "vendor_id"));
    }

    /** Kernels before 3.14 do not say; free(1) of that time added these up. */
    private static OptionalLong available(List<String> memory) {
        OptionalLong told = kibibytes(memory, "MemAvailable");
        OptionalLong free = kibibytes(memory, "MemFree");
        if (told.isPresent() || free.isEmpty()) {
            return told;
        }
        long sum = free.getAsLong();
        sum += kibibytes(memory, "Buffers").orElse(0) + kibibytes(memory, "Cached").orElse(0);
        return sum < 0 ? OptionalLong.empty() : OptionalLong.of(sum);
    }

    private static OptionalLong kibibytes(List<String> lines, String key) {
        String value = value(lines, key);
        return Numbers.kibibytes(value == null ? null : value.replaceFirst(" kB$", ""));
    }

    private static @Nullable String dmi(SectionText text, String name) {
        return Placeholder.removed(text.first("/sys/class/dmi/id/" + name));
    }

    private static @Nullable String value(List<String> lines, String key) {
        for (String line : lines) {
            if (key(line).equals(key)) {
                return Cleaned.value(line.substring(line.indexOf(':') + 1));
            }
        }
        return null;
    }

    private static String key(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? "" : line.substring(0, colon).strip();
    }
}
