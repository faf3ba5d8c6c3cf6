package dev.cadastre.change.run;

import java.util.ArrayList;
import java.util.List;

/** How the hosts of a run follow one another. */
public sealed interface Strategy {

    /** All hosts at once. */
    record All() implements Strategy {
        @Override
        public String toString() {
            return "all";
        }
    }

    /**
     * Some hosts after the other: the next begin when those before them are done.
     *
     * @param each how many at once
     */
    record Serial(Amount each) implements Strategy {
        @Override
        public String toString() {
            return "serial " + each;
        }
    }

    /**
     * A few hosts first, then all others. If one of the first fails, nothing more is begun, however
     * many failures are allowed.
     *
     * @param first how many
     * @param gate what has to be so before the others begin
     */
    record Canary(Amount first, Gate gate) implements Strategy {
        @Override
        public String toString() {
            return "canary %s %s".formatted(first, gate.word);
        }
    }

    /** What lets the others follow the first. */
    enum Gate {
        /** A person looks, and resumes the run. */
        PAUSE("pause"),
        /** The jobs of the change, its tests among them, were done on all of the first. */
        TEST("test");

        private final String word;

        Gate(String word) {
            this.word = word;
        }
    }

    /**
     * Reads {@code all}, {@code serial 5}, {@code serial 25%}, {@code canary 1 pause} or {@code
     * canary 5% test}.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    static Strategy parse(String text) {
        List<String> words = List.of(text.split(" ", -1));
        if (text.equals("all")) {
            return new All();
        }
        if (words.size() == 2 && words.get(0).equals("serial")) {
            return new Serial(Amount.parse(words.get(1)));
        }
        if (words.size() == 3 && words.get(0).equals("canary")) {
            for (Gate gate : Gate.values()) {
                if (gate.word.equals(words.get(2))) {
                    return new Canary(Amount.parse(words.get(1)), gate);
                }
            }
        }
        throw new IllegalArgumentException(
                "a strategy is all, serial 5, serial 25%%, canary 1 pause or canary 1 test, not %s"
                        .formatted(text));
    }

    /** The hosts in the groups that follow one another. */
    default <H> List<List<H>> batches(List<H> hosts) {
        List<List<H>> batches = new ArrayList<>();
        int from = 0;
        while (from < hosts.size()) {
            int to = Math.min(hosts.size(), from + size(hosts.size(), batches.isEmpty()));
            batches.add(hosts.subList(from, to));
            from = to;
        }
        return batches;
    }

    private int size(int hosts, boolean isFirst) {
        if (this instanceof Serial serial) {
            return serial.each().of(hosts);
        }
        return isFirst && this instanceof Canary canary ? canary.first().of(hosts) : hosts;
    }
}
