package dev.cadastre.server.topology.recognition;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.estate.Port;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line of {@code recognition/samples.txt}, whose head says how to read it. */
record Sample(String line, Program program, HostPrograms host, String expected) {

    static Sample of(String line) {
        List<String> sides = List.of(line.split(" {2,}=> {2,}", 2));
        List<String> columns = List.of(sides.getFirst().split(" {2,}"));
        Map<String, List<String>> told = new HashMap<>();
        columns.stream()
                .skip(3)
                .map(column -> column.split("=", 2))
                .forEach(pair -> told.put(pair[0], words(pair[1])));
        List<Installed> runtime = installed(told.getOrDefault("runtime", List.of()));
        Program program =
                new Program(
                        known(columns.get(0)),
                        known(columns.get(1)),
                        words(columns.get(2)).stream()
                                .map(Sample::port)
                                .collect(Collectors.toSet()),
                        runtime.isEmpty() ? null : new ProgramRuntime(null, runtime));
        HostPrograms host =
                new HostPrograms(
                        installed(told.getOrDefault("package", List.of())),
                        Set.copyOf(told.getOrDefault("daemon", List.of())),
                        accepted(told.getOrDefault("accepted", List.of())));
        return new Sample(line, program, host, sides.getLast());
    }

    /** What is expected, written as {@link #expected}: only what is said there is compared. */
    String described(Recognition recognition) {
        var found = recognition.of(program, host);
        String described =
                found.map(r -> r.product() + " " + r.sureness().name().toLowerCase(Locale.ROOT))
                        .orElse("-");
        String version = found.map(Recognised::version).orElse("-");
        String framework =
                found.map(Recognised::framework)
                        .map(f -> f.product() + " " + f.version())
                        .orElse(null);
        String name = ProgramName.of(program, found);
        return Stream.of(
                        described,
                        expected.contains("version=-") || !version.equals("-")
                                ? "version=" + version
                                : null,
                        framework == null ? null : "framework=" + framework,
                        name.equals(found.map(Recognised::product).orElse(null))
                                ? null
                                : "name=" + name)
                .filter(part -> part != null)
                .collect(Collectors.joining("  "));
    }

    /** Products and frameworks that are expected. */
    Stream<String> products() {
        return Arrays.stream(expected.split(" {2,}"))
                .filter(part -> !part.startsWith("name=") && !part.startsWith("version="))
                .map(part -> part.replace("framework=", "").split(" ", 2)[0]);
    }

    private static List<Installed> installed(List<String> texts) {
        return texts.stream()
                .map(text -> {
                    int colon = text.indexOf(':');
                    int at = text.indexOf('@');
                    return new Installed(
                            PackageType.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)),
                            text.substring(colon + 1, at),
                            text.substring(at + 1));
                })
                .toList();
    }

    private static Map<Port, Set<String>> accepted(List<String> texts) {
        Map<Port, Set<String>> accepted = new HashMap<>();
        texts.stream()
                .map(text -> text.split(":", 2))
                .forEach(pair ->
                        accepted.computeIfAbsent(port(pair[0]), p -> new HashSet<>()).add(pair[1]));
        return accepted;
    }

    private static Port port(String text) {
        return Port.parse(text).orElseThrow();
    }

    private static List<String> words(String text) {
        return text.equals("-") ? List.of() : List.of(text.split(","));
    }

    private static @Nullable String known(String text) {
        return text.equals("-") ? null : text;
    }

    @Override
    public String toString() {
        return line;
    }
}
