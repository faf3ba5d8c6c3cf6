package dev.cadastre.server.parcels.app;

import dev.cadastre.parcel.definition.Needs;
import dev.cadastre.parcel.definition.ReferringText;
import dev.cadastre.server.parcels.ParcelProblem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether hosts have what a parcel needs, by what was last seen of them. What nobody has seen is no
 * reason against it. Pure.
 */
final class HostNeeds {

    /** As kernels call architectures, and as distributions do. */
    private static final Map<String, String> ARCHITECTURES =
            Map.of("x86_64", "amd64", "aarch64", "arm64", "armv7l", "armhf", "i686", "i386");

    private final Map<String, ReferringText> texts;

    HostNeeds(Map<String, ReferringText> texts) {
        this.texts = texts;
    }

    /**
     * What is missing on a host.
     *
     * @param values what is put into the texts
     * @param own ports that the app itself has there
     */
    List<ParcelProblem> missing(DraftHost host, Map<String, String> values, Set<Integer> own) {
        List<String> reasons = new ArrayList<>();
        try {
            Needs needs = needs(values);
            memory(needs, host).ifPresent(reasons::add);
            disk(needs, host).ifPresent(reasons::add);
            ports(needs, host, own, reasons);
            runtimes(needs, host, reasons);
            system(needs, host).ifPresent(reasons::add);
            architecture(needs, host).ifPresent(reasons::add);
        } catch (IllegalArgumentException e) {
            reasons.add("what it needs there is not clear: " + e.getMessage());
        }
        return reasons.stream()
                .map(reason ->
                        new ParcelProblem(
                                "app.needs-unmet",
                                "host " + host.name(),
                                "On %s %s.".formatted(host.name(), reason),
                                "Give the host what it lacks and collect it, or name another."))
                .toList();
    }

    private Needs needs(Map<String, String> values) {
        Map<String, String> put = new TreeMap<>();
        texts.forEach((key, text) -> put.put(key, text.with(values)));
        return Needs.read(put);
    }

    private static Optional<String> memory(Needs needs, DraftHost host) {
        return needs.memory()
                .flatMap(wanted -> number(host, "memory.total").filter(has -> less(has, wanted)))
                .map(has ->
                        "there are %s bytes of memory, and %d are needed"
                                .formatted(has, needs.memory().orElse(0L)));
    }

    private static boolean less(BigInteger has, long wanted) {
        return has.compareTo(BigInteger.valueOf(wanted)) < 0;
    }

    private static Optional<String> disk(Needs needs, DraftHost host) {
        return needs.disk()
                .flatMap(disk ->
                        number(host, "mount.%s.free".formatted(mount(disk.folder(), host)))
                                .filter(has -> less(has, disk.bytes()))
                                .map(has ->
                                        "%s bytes are free for %s, and %d are needed"
                                                .formatted(has, disk.folder(), disk.bytes())));
    }

    /** The file system that a folder is, or will be, on. */
    private static String mount(String folder, DraftHost host) {
        String at = folder;
        while (!at.isEmpty() && !host.facts().containsKey("mount.%s.free".formatted(at))) {
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return at.isEmpty() ? "/" : at;
    }

    private static Optional<BigInteger> number(DraftHost host, String fact) {
        String text = host.facts().get(fact);
        return text == null || !text.matches("[0-9]{1,30}")
                ? Optional.empty()
                : Optional.of(new BigInteger(text));
    }

    /** The ports that an app with these values has; none if that is not clear. */
    Set<Integer> ports(Map<String, String> values) {
        try {
            return Set.copyOf(needs(values).ports());
        } catch (IllegalArgumentException _) {
            return Set.of();
        }
    }

    private static void ports(Needs needs, DraftHost host, Set<Integer> own, List<String> reasons) {
        needs.ports().stream()
                .filter(port -> host.listening().contains(port) && !own.contains(port))
                .map("something else listens on port %d"::formatted)
                .forEach(reasons::add);
    }

    /** A command that the inventory does not know of may be there all the same. */
    private static void runtimes(Needs needs, DraftHost host, List<String> reasons) {
        for (Needs.Versions wanted : needs.runtimes()) {
            List<String> there = host.runtimes().getOrDefault(wanted.name(), List.of());
            if (!there.isEmpty() && there.stream().noneMatch(wanted.range()::contains)) {
                reasons.add(
                        "%s is there as %s, and %s is needed"
                                .formatted(
                                        wanted.name(), String.join(", ", there), wanted.range()));
            }
        }
    }

    private static Optional<String> system(Needs needs, DraftHost host) {
        String id = host.facts().get("os.id");
        String version = host.facts().getOrDefault("os.version", "");
        if (id == null || needs.systems().isEmpty()) {
            return Optional.empty();
        }
        boolean fits =
                needs.systems().stream()
                        .anyMatch(one ->
                                one.name().equals(id)
                                        && (version.isEmpty() || one.range().contains(version)));
        return fits
                ? Optional.empty()
                : Optional.of("%s %s runs, for which it is not made".formatted(id, version));
    }

    private static Optional<String> architecture(Needs needs, DraftHost host) {
        String kernel = host.facts().get("kernel.arch");
        if (kernel == null || needs.architectures().isEmpty()) {
            return Optional.empty();
        }
        String usual = ARCHITECTURES.getOrDefault(kernel, kernel);
        return needs.architectures().contains(usual) || needs.architectures().contains(kernel)
                ? Optional.empty()
                : Optional.of("the architecture is %s, for which it is not made".formatted(usual));
    }
}
