package dev.cadastre.server.topology.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Assets whose fall alone makes others fall, those first by which most do.
 *
 * <p>How many fall with each of many assets cannot be read off the graph in one pass: what two
 * assets bring down overlaps, and alternatives stand while one of them does. So the fall of each is
 * followed, but of as few as will do. One pass in linear time gives each asset a bound: its
 * strongly connected component and the bounds of all components that need it, alternatives taken as
 * if none could stand in; more cannot fall. Assets are followed from the highest bound down, until
 * the bound is below what the last of the wanted ones brought down. And assets that need each
 * other, with nothing to stand in, bring down the same, which is followed once for all of them.
 * Every count given is exact, also if the limit ends the search before the rank is sure; what was
 * followed by then is what is likeliest to bring down most.
 *
 * @param points the ones that bring down most; equal ones by applications, then by number
 * @param complete whether no asset is missing that belongs among them; if not, the limit was
 *     reached
 */
public record SinglePoints(List<SinglePoint> points, boolean complete) {

    private static final Comparator<SinglePoint> WORST_FIRST =
            Comparator.comparingInt(SinglePoint::fallen)
                    .thenComparingInt(SinglePoint::apps)
                    .reversed()
                    .thenComparingInt(SinglePoint::asset);

    /** Copies the points. */
    public SinglePoints {
        points = List.copyOf(points);
    }

    /**
     * An asset that others need, and that nothing stands in for.
     *
     * @param asset its number
     * @param fallen how many others fall with it, at least one
     * @param apps how many of these are applications
     */
    public record SinglePoint(int asset, int fallen, int apps) {}

    /**
     * What is asked for.
     *
     * @param candidates the assets that are ranked
     * @param counted which of those that fall are counted
     * @param apps which of the counted ones are applications
     * @param most how many points are wanted
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed over, and neither compared nor kept.
    public record Question(int[] candidates, IntPredicate counted, IntPredicate apps, int most) {}

    /** Ranks candidates. */
    public static SinglePoints of(GraphView view, Question question, Limit limit) {
        for (int candidate : question.candidates()) {
            Relation.requireAsset(candidate);
        }
        return new Ranking(view, question, limit).rank();
    }

    private record Toll(int fallen, int apps) {}

    private static final class Ranking {

        private final GraphView view;
        private final Question question;
        private final Limit limit;
        private final Fall fall;
        private final PriorityQueue<SinglePoint> best = new PriorityQueue<>(WORST_FIRST.reversed());

        /** What all of a component bring down, themselves included. */
        private final Map<Integer, Toll> shared = new HashMap<>();

        Ranking(GraphView view, Question question, Limit limit) {
            this.view = view;
            this.question = question;
            this.limit = limit;
            this.fall = new Fall(view, false);
        }

        SinglePoints rank() {
            int[] candidates = Arrays.stream(question.candidates()).distinct().toArray();
            FallBounds bounds = new FallBounds(view);
            Components alike =
                    Components.of(
                            view, false, asset -> true, (component, members, from, until) -> {});
            boolean complete =
                    bounds.follow(candidates, limit)
                            && alike.follow(candidates, limit)
                            && follow(bounds, bounds.descending(candidates), alike);
            List<SinglePoint> points = best.stream().sorted(WORST_FIRST).toList();
            return new SinglePoints(points, complete);
        }

        private boolean follow(FallBounds bounds, int[] descending, Components alike) {
            for (int i = 0; i < descending.length; i++) {
                if (cannotEnter(bounds.others(descending[i]))) {
                    return true;
                }
                if (limit.reached(i) || !follow(descending[i], alike.of(descending[i]))) {
                    return false;
                }
            }
            return true;
        }

        private boolean cannotEnter(int atMost) {
            SinglePoint last = best.size() < question.most() ? null : best.peek();
            return atMost == 0 || question.most() < 1 || (last != null && last.fallen() > atMost);
        }

        private boolean follow(int asset, int component) {
            Toll toll = shared.get(component);
            if (toll == null) {
                toll = toll(asset);
                if (toll == null) {
                    return false;
                }
                shared.put(component, toll);
            }
            enter(withoutItself(asset, toll));
            return true;
        }

        /** Null if the limit was reached. */
        private @Nullable Toll toll(int asset) {
            fall.clear();
            fall.presume(asset);
            if (!fall.follow(limit)) {
                return null;
            }
            int fallen = 0;
            int apps = 0;
            for (int i = 0; i < fall.down().size(); i++) {
                if (question.counted().test(fall.down().asset(i))) {
                    fallen++;
                    apps += question.apps().test(fall.down().asset(i)) ? 1 : 0;
                }
            }
            return new Toll(fallen, apps);
        }

        private SinglePoint withoutItself(int asset, Toll toll) {
            int self = question.counted().test(asset) ? 1 : 0;
            int app = self == 1 && question.apps().test(asset) ? 1 : 0;
            return new SinglePoint(asset, toll.fallen() - self, toll.apps() - app);
        }

        private void enter(SinglePoint point) {
            if (point.fallen() > 0) {
                best.add(point);
                if (best.size() > question.most()) {
                    best.remove();
                }
            }
        }
    }
}
