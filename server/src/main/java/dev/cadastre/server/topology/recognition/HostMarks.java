package dev.cadastre.server.topology.recognition;

import dev.cadastre.server.estate.Product;
import java.util.ArrayList;
import java.util.Collections;
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

    /** The package that tells a product best. */
    private record Best(String name, @Nullable String version) {}

    private static final Comparator<Found> ORDER =
            Comparator.comparingInt(Found::rank).thenComparing(found -> found.installed().name());

    private final Map<Product, Best> packages = new HashMap<>();
    private final Map<Product, String> daemons = new HashMap<>();

    HostMarks(Products products, HostPrograms host) {
        Map<Product, List<Found>> found = new HashMap<>();
        for (Installed installed : host.packages()) {
            for (Products.Packaged packaged : products.byPackage(installed)) {
                found.computeIfAbsent(packaged.product(), p -> new ArrayList<>())
                        .add(new Found(installed, packaged.rank()));
            }
        }
        found.forEach((product, all) -> packages.put(product, best(all)));
        for (String daemon : new TreeSet<>(host.daemons())) {
            products.byDaemon(daemon).forEach(p -> daemons.putIfAbsent(p, daemon));
        }
    }

    private static Best best(List<Found> found) {
        Found first = Collections.min(found, ORDER);
        List<String> versions =
                found.stream()
                        .filter(other -> other.rank() == first.rank())
                        .map(other -> other.installed().version())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return new Best(
                first.installed().name(), versions.size() == 1 ? versions.getFirst() : null);
    }

    /** The name of a package that the product comes in; null when none is installed. */
    @Nullable String packageOf(Product product) {
        Best best = packages.get(product);
        return best == null ? null : best.name();
    }

    /** The version of the package that tells it best; null when there is none, or several. */
    @Nullable String versionOf(Product product) {
        Best best = packages.get(product);
        return best == null ? null : best.version();
    }

    /** The active unit that runs the product; null when none is known. */
    @Nullable String daemonOf(Product product) {
        return daemons.get(product);
    }
}
