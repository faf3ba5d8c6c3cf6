package dev.cadastre.server.inventory.support;

import dev.cadastre.probe.InstalledRuntime;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.HostPackage;
import dev.cadastre.server.inventory.HostPackageQuery;
import dev.cadastre.server.inventory.HostRuntime;
import dev.cadastre.server.inventory.Packages;
import dev.cadastre.server.inventory.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads what one host has that is supported by somebody or not. */
@Component
class HostItems {

    private static final int MOST_PACKAGES = 1_000;
    private static final List<String> SERVER_NAMES = List.of("postgresql*", "mariadb*", "nginx");

    private final Readings readings;
    private final Packages packages;

    HostItems(Readings readings, Packages packages) {
        this.readings = readings;
        this.packages = packages;
    }

    /** Its system, its runtimes by path, its servers by name; without ways up. */
    List<SupportItem> of(String host, SupportTable.Place place, Judge judge, Reach reach) {
        List<SupportItem> items = new ArrayList<>();
        system(place, judge).ifPresent(items::add);
        readings.runtimes(host, null, reach).stream()
                .flatMap(runtime -> runtime(runtime, judge).stream())
                .forEach(items::add);
        SERVER_NAMES.stream()
                .flatMap(names -> servers(host, names, reach))
                .flatMap(item -> server(item, judge).stream())
                .filter(item -> items.stream().noneMatch(other -> isSame(item, other)))
                .toList()
                .forEach(items::add);
        return items;
    }

    private static Optional<SupportItem> system(SupportTable.Place place, Judge judge) {
        String name = Objects.requireNonNullElse(place.os(), "");
        return Products.ofSystem(place.osId(), name)
                .map(product ->
                        new SupportItem(
                                SupportItem.Kind.SYSTEM,
                                name,
                                Cycles.numbers(name).orElse(""),
                                null,
                                List.of(),
                                judge.of(product, name)));
    }

    private static Optional<SupportItem> runtime(HostRuntime runtime, Judge judge) {
        String version = runtime.version();
        if (version == null) {
            return Optional.empty();
        }
        return Products.ofRuntime(runtime.kind())
                .map(product ->
                        new SupportItem(
                                SupportItem.Kind.RUNTIME,
                                runtime.kind(),
                                version,
                                runtime.path(),
                                runtime.usedBy(),
                                judge.of(product, version)));
    }

    private Stream<HostPackage> servers(String host, String names, Reach reach) {
        var query = new HostPackageQuery(host, names, null, null, null, MOST_PACKAGES);
        return packages.ofHost(query, reach).items().stream();
    }

    private static Optional<SupportItem> server(HostPackage item, Judge judge) {
        String name = item.item().name();
        String version = item.item().version();
        return Products.ofPackage(item.item().type(), name)
                .map(product ->
                        new SupportItem(
                                SupportItem.Kind.PACKAGE,
                                name,
                                version,
                                null,
                                List.<InstalledRuntime.Use>of(),
                                judge.of(product, version)));
    }

    private static boolean isSame(SupportItem item, SupportItem other) {
        return item.judgement().product().equals(other.judgement().product())
                && item.judgement().cycle().equals(other.judgement().cycle());
    }
}
