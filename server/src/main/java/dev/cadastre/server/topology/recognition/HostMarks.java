package dev.cadastre.server.topology.recognition;

import dev.cadastre.server.estate.Product;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which products packages and daemons of one host, or of one runtime, speak for. */
final class HostMarks {
    private record Found(Installed installed, int rank) {}

    private final Map<Product, List<Found>> packages = new HashMap<>();
    private final Map<Product, String> daemons = new HashMap<>();

    HostMarks(Products products, HostPrograms host) {
        for (Installed installed : host.packages()) {
            for (Products.Packaged packaged : products.byPackage(installed)) {
                packages.computeIfAbsent(packaged.product(), p -> new ArrayList<>())
                        .add(new Found(installed, packaged.rank()));
            }
        }
        for (String daemon : new TreeSet<>(host.daemons())) {
            products.byDaemon(daemon).forEach(p -> daemons.putIfAbsent(p, daemon));
        }
    }

    /** The name of a package that the product comes in; null when none is installed. */
    @Nullable String packageOf(Product product) {
        return packages.getOrDefault(product, List.of()).stream()
                .min(
                        Comparator.comparingInt(Found::rank)
                                .thenComparing(found -> found.installed().name()))
                .map(found -> found.installed().name())
                .orElse(null);
    }

    /** The version of the package that tells it best; null when there is none, or several. */
    @Nullable String versionOf(Product product) {
        List<Found> found = packages.getOrDefault(product, List.of());
        int best = found.stream().mapToInt(Found::rank).min().orElse(0);
        List<String> versions =
                found.stream()
                        .filter(f -> f.rank() == best)
                        .map(f -> f.installed().version())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return versions.size() == 1 ? versions.getFirst() : null;
    }

    /** The active unit that runs the product; null when none is known. */
    @Nullable String daemonOf(Product product) {
        return daemons.get(product);
    }
}
