package dev.cadastre.bench;

import dev.cadastre.server.topology.graph.GraphView;
import dev.cadastre.server.topology.graph.Impact;
import dev.cadastre.server.topology.graph.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Assets to ask about, as many of each size of answer, the same for the same graph. */
final class MapQuestions {

    /** A size that answers have: so many assets fall. */
    enum Size {
        SMALL("1..100", 1, 100),
        MEDIUM("101..1,000", 101, 1_000),
        LARGE("1,001..10,000", 1_001, 10_000),
        BEYOND("more than 10,000", 10_001, Integer.MAX_VALUE);

        private final String title;
        private final int least;
        private final int most;

        Size(String title, int least, int most) {
            this.title = title;
            this.least = least;
            this.most = most;
        }

        String title() {
            return title;
        }

        private boolean has(int fallen) {
            return fallen >= least && fallen <= most;
        }
    }

    private static final int TRIES = 200_000;

    private MapQuestions() {}

    /** Up to so many assets that bring down as many others as the size says. */
    static List<Integer> of(GraphView view, LargeMap map, Size size, int wanted) {
        Random random = new Random(size.least);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < TRIES && found.size() < wanted; i++) {
            // Large answers are to be had from platforms, which come first.
            int bound = size.least > 1_000 ? map.assets() / 50 : map.assets();
            int asset = 1 + random.nextInt(bound);
            // One more than belongs to the size is enough to know that it does not.
            Limit limit = fallen -> fallen > size.most;
            Impact impact = Impact.of(view, new int[] {asset}, limit);
            if (impact.complete() && size.has(impact.fallenCount())) {
                found.add(asset);
            }
        }
        return found;
    }
}
