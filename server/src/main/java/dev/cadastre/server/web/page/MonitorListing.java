package dev.cadastre.server.web.page;

import dev.cadastre.server.monitoring.watching.Condition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The overview of monitors.
 *
 * @param any whether there are any monitors at all
 * @param tiles the environments, of whatever is asked for beside one
 * @param monitors those of this page
 * @param filter what they are narrowed by
 * @param next the address of the next page; null on the last
 * @param faults what is wrong with the query, each in two lines: the query, and carets below
 */
public record MonitorListing(
        boolean any,
        List<Tile> tiles,
        List<MonitorLine> monitors,
        Filter filter,
        @Nullable String next,
        List<String> faults) {

    /**
     * What the list is narrowed by, as in the address; empty for nothing.
     *
     * @param text part of a name or an asset
     * @param q a query of hosts
     * @param state a condition in small letters, or {@code problem}
     */
    public record Filter(String text, String q, String environment, String state) {

        /** Whether it narrows anything. */
        public boolean narrows() {
            return !(text + q + environment + state).isEmpty();
        }

        /** The overview with another environment. */
        public String ofEnvironment(String other) {
            return address(other, state);
        }

        /** The overview with another state. */
        public String ofState(String other) {
            return address(environment, other);
        }

        private String address(String inEnvironment, String inState) {
            return Links.to(
                    "/monitors",
                    "text",
                    text,
                    "q",
                    q,
                    "environment",
                    inEnvironment,
                    "state",
                    inState);
        }

        /** The address of what follows a place. */
        @Nullable String next(@Nullable String place) {
            return Links.next(
                    "/monitors",
                    place,
                    "text",
                    text,
                    "q",
                    q,
                    "environment",
                    environment,
                    "state",
                    state);
        }
    }

    /** An environment, and how many of its monitors are of each condition. */
    public record Tile(String environment, Map<Condition, Long> counts) {

        /** How many monitors there are. */
        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        /** How many of them somebody has to look at. */
        public long problems() {
            return counts.entrySet().stream()
                    .filter(one -> one.getKey().isProblem())
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        /** The worst condition. */
        public Condition worst() {
            return counts.keySet().stream().min(Condition::compareTo).orElse(Condition.OK);
        }

        /** The bar that shows the counts beside each other. */
        public List<Part> bar() {
            return Part.of(counts);
        }
    }

    /**
     * A part of a bar 1,000 wide; what there is is seen, however little of it.
     *
     * @param x where it begins
     * @param width how wide it is
     */
    public record Part(Condition condition, long count, long x, long width) {

        private static final long WHOLE = 1000;
        private static final long LEAST = 14;

        static List<Part> of(Map<Condition, Long> counts) {
            long total = counts.values().stream().mapToLong(Long::longValue).sum();
            long room = WHOLE - LEAST * counts.size();
            List<Part> parts = new ArrayList<>();
            long x = 0;
            for (Map.Entry<Condition, Long> one : new EnumMap<>(counts).entrySet()) {
                long width = LEAST + room * one.getValue() / total;
                parts.add(new Part(one.getKey(), one.getValue(), x, width));
                x += width;
            }
            return parts;
        }
    }

    /** How many are of each condition in the environment that is shown, or in all. */
    public Map<Condition, Long> counts() {
        Map<Condition, Long> all = new EnumMap<>(Condition.class);
        tiles.stream()
                .filter(tile ->
                        filter.environment().isEmpty()
                                || tile.environment().equals(filter.environment()))
                .forEach(tile ->
                        tile.counts()
                                .forEach((condition, n) -> all.merge(condition, n, Long::sum)));
        return all;
    }

    /** How many there are of what is shown, whatever their state. */
    public long total() {
        return counts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of these somebody has to look at. */
    public long problems() {
        return counts().entrySet().stream()
                .filter(one -> one.getKey().isProblem())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
