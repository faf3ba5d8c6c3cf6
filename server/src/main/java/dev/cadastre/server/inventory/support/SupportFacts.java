package dev.cadastre.server.inventory.support;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is known about lines of releases. Immutable. */
public final class SupportFacts {

    private final Map<String, NavigableMap<String, SupportFact>> products = new TreeMap<>();

    /** The facts of {@code loaded}, and of those products that it lacks the {@code others}. */
    SupportFacts(Collection<SupportFact> loaded, Collection<SupportFact> others) {
        loaded.forEach(this::add);
        List<String> replaced = List.copyOf(products.keySet());
        others.stream().filter(fact -> !replaced.contains(fact.product())).forEach(this::add);
    }

    private void add(SupportFact fact) {
        products.computeIfAbsent(fact.product(), product -> new TreeMap<>(Cycles.ORDER))
                .put(fact.cycle(), fact);
    }

    /** The line that a version belongs to: the one that shares the most numbers with it. */
    Optional<SupportFact> find(String product, String version) {
        Map<String, SupportFact> cycles = cycles(product);
        return Cycles.numbers(version).stream()
                .flatMap(Cycles::candidates)
                .flatMap(candidate -> Optional.ofNullable(cycles.get(candidate)).stream())
                .findFirst();
    }

    /** The line of exactly that name. */
    Optional<SupportFact> line(String product, String cycle) {
        return Optional.ofNullable(cycles(product).get(cycle));
    }

    /** Newer lines that are released and supported on that day, the oldest first. */
    List<SupportFact> newer(String product, String cycle, LocalDate today) {
        return cycles(product).tailMap(cycle, false).values().stream()
                .filter(fact -> SupportFacts.isOpen(fact, today))
                .toList();
    }

    private static boolean isOpen(SupportFact fact, LocalDate today) {
        LocalDate released = fact.released();
        LocalDate ends = fact.ends();
        return (released == null || !released.isAfter(today))
                && (ends == null ? !fact.ended() : !ends.isBefore(today));
    }

    /** Every fact by product, the newest line first. */
    Stream<SupportFact> all() {
        return products.values().stream()
                .flatMap(cycles ->
                        cycles.values().stream()
                                .sorted(
                                        Comparator.comparing(SupportFact::cycle, Cycles.ORDER)
                                                .reversed()));
    }

    private NavigableMap<String, SupportFact> cycles(String product) {
        NavigableMap<String, SupportFact> known = products.get(product);
        return known == null ? new TreeMap<>(Cycles.ORDER) : known;
    }
}
