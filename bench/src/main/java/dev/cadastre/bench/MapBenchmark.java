package dev.cadastre.bench;

import dev.cadastre.bench.MapQuestions.Size;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.graph.AssetGraph;
import dev.cadastre.server.topology.graph.BulkLoad;
import dev.cadastre.server.topology.graph.GraphView;
import dev.cadastre.server.topology.graph.Impact;
import dev.cadastre.server.topology.graph.Limit;
import dev.cadastre.server.topology.graph.Relation;
import dev.cadastre.server.topology.graph.SinglePoints;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What a million assets with five million relations cost, and how fast it is told what falls. */
final class MapBenchmark implements Benchmark {

    private static final int SYSTEMS = 1_000;
    private static final int QUESTIONS = 200;
    private static final int LARGE_QUESTIONS = 20;
    private static final int WARM_UPS = 5;
    private static final int CHANGES = 2_000;
    private static final int ENVIRONMENT = 5;
    private static final int POINTS = 100;
    private static final double WANTED_MB = 1_500;
    private static final double WANTED_MS = 20;
    private static final double WANTED_NS = 50;

    private final LargeMap map = new LargeMap(SYSTEMS);
    private final List<Figure> figures = new ArrayList<>();

    @Override
    public String name() {
        return "map";
    }

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        AssetGraph graph = measureLoad();
        GraphView view = graph.view();
        warmUp(view);
        for (Size size : List.of(Size.SMALL, Size.MEDIUM, Size.LARGE)) {
            Samples samples = times(view, MapQuestions.of(view, map, size, QUESTIONS));
            figures.add(
                    Figure.of("impact, answers of " + size.title(), "ms", samples)
                            .wanted(Figure.Measure.P99_AT_MOST, WANTED_MS));
        }
        figures.add(
                Figure.of("impact, answers beyond, by relation", "ns", perRelation(view))
                        .wanted(WANTED_NS));
        figures.add(hub("impact of what half of all need", view));
        figures.add(singlePoints(view));
        figures.add(changes(graph));
        beside(surroundings);
        return List.copyOf(figures);
    }

    private AssetGraph measureLoad() {
        AssetGraph graph = new AssetGraph();
        double before = usedMb();
        BulkLoad load = new BulkLoad();
        map.forEach(load::add);
        long start = System.nanoTime();
        graph.replaceAll(load);
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = usedMb() - before;
        long relations = graph.view().relations();
        figures.add(
                Figure.of("graph of 1,000,000 assets", "MB", Samples.of(used)).wanted(WANTED_MB));
        figures.add(Figure.of("relations in it", "million", Samples.of(relations / 1e6)));
        double bytes = used * (1 << 20);
        figures.add(Figure.of("by relation, assets included", "B", Samples.of(bytes / relations)));
        figures.add(
                Figure.of("by asset, relations included", "B", Samples.of(bytes / map.assets())));
        figures.add(Figure.of("graph made of what was read", "s", Samples.of(seconds)));
        return graph;
    }

    /** What is left of the heap's use when all that nobody refers to is gone. */
    private static double usedMb() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                / (double) (1 << 20);
    }

    private void warmUp(GraphView view) {
        for (int i = 0; i < WARM_UPS; i++) {
            times(view, MapQuestions.of(view, map, Size.MEDIUM, QUESTIONS));
        }
    }

    private static Samples times(GraphView view, List<Integer> assets) {
        Samples samples = new Samples();
        for (int asset : assets) {
            samples.add(time(view, asset));
        }
        return samples;
    }

    private static double time(GraphView view, int asset) {
        long start = System.nanoTime();
        Impact impact = impact(view, asset);
        double ms = (System.nanoTime() - start) / 1e6;
        if (!impact.isDown(asset)) {
            throw new IllegalStateException("what is presumed down is not");
        }
        return ms;
    }

    private static Impact impact(GraphView view, int asset) {
        return Impact.of(view, new int[] {asset}, Limit.NONE);
    }

    private Samples perRelation(GraphView view) {
        Samples samples = new Samples();
        for (int asset : MapQuestions.of(view, map, Size.BEYOND, LARGE_QUESTIONS)) {
            samples.add(time(view, asset) * 1e6 / relations(view, impact(view, asset)));
        }
        return samples;
    }

    /** Those by which others need what fell. */
    private static long relations(GraphView view, Impact impact) {
        long[] count = {0};
        impact.fallen()
                .forEach(asset ->
                        view.forEachDependent(
                                asset, (from, type, to, alternatives, counts) -> count[0]++));
        return count[0];
    }

    private static Figure hub(String what, GraphView view) {
        Samples samples = new Samples();
        for (int i = 0; i < LARGE_QUESTIONS; i++) {
            samples.add(time(view, LargeMap.HUB));
        }
        return Figure.of(what, "ms", samples);
    }

    /** Of five systems in the middle, what others need most. */
    private Figure singlePoints(GraphView view) {
        int first = map.asset(SYSTEMS / 2, 0);
        int[] environment = IntStream.range(first, first + ENVIRONMENT * LargeMap.SYSTEM).toArray();
        SinglePoints.Question question =
                new SinglePoints.Question(environment, all -> true, all -> false, POINTS);
        Samples samples = new Samples();
        for (int i = 0; i < LARGE_QUESTIONS; i++) {
            long start = System.nanoTime();
            SinglePoints points = SinglePoints.of(view, question, Limit.NONE);
            samples.add((System.nanoTime() - start) / 1e6);
            if (points.points().size() != POINTS) {
                throw new IllegalStateException("too few points: " + points.points().size());
            }
        }
        return Figure.of("100 worst single points of 5,000 assets", "ms", samples);
    }

    /** A report in which a daemon connects to one more service; it also needs the hub. */
    private Figure changes(AssetGraph graph) {
        Random random = new Random(1);
        Samples samples = new Samples();
        for (int i = 0; i < CHANGES; i++) {
            int asset = map.asset(random.nextInt(SYSTEMS), 150 + random.nextInt(100));
            List<Relation> relations = graph.view().from(asset);
            relations.add(Relation.of(asset, RelationType.CONNECTS_TO, map.asset(0, 400)));
            long start = System.nanoTime();
            graph.change(changes -> changes.replaceFrom(asset, relations));
            samples.add((System.nanoTime() - start) / 1e6);
        }
        return Figure.of("change of a daemon's relations", "ms", samples);
    }

    private void beside(Surroundings surroundings) throws Exception {
        Path home = Files.createDirectory(surroundings.scratch().resolve("map"));
        try (RunningServer server =
                        RunningServer.start(surroundings.checkout(), home, List.of(), List.of());
                MapInSql sql = MapInSql.load(home, map)) {
            requireReady(server);
            GraphView plain = withoutAlternatives();
            for (Size size : List.of(Size.SMALL, Size.MEDIUM, Size.LARGE)) {
                compare(size.title(), plain, sql, MapQuestions.of(plain, map, size, QUESTIONS));
            }
            compare("half of all", plain, sql, List.of(LargeMap.HUB, LargeMap.HUB, LargeMap.HUB));
        }
    }

    private static void requireReady(RunningServer server) throws IOException {
        server.client().get("/api/v1/hosts");
    }

    private GraphView withoutAlternatives() {
        BulkLoad load = new BulkLoad();
        map.forEach((from, type, to, alternatives, counts) -> load.add(from, type, to, 0, counts));
        AssetGraph graph = new AssetGraph();
        graph.replaceAll(load);
        return graph.view();
    }

    private void compare(String title, GraphView plain, MapInSql sql, List<Integer> assets)
            throws SQLException {
        Samples ours = new Samples();
        Samples theirs = new Samples();
        for (int asset : assets) {
            long start = System.nanoTime();
            int found = sql.fallen(asset);
            theirs.add((System.nanoTime() - start) / 1e6);
            requireSame(asset, found, impact(plain, asset).fallenCount());
            ours.add(time(plain, asset));
        }
        figures.add(
                Figure.of("SQL: answers of " + title + ", no alternatives", "ms", theirs).ofPeer());
        figures.add(Figure.of("graph: answers of " + title + ", no alternatives", "ms", ours));
        figures.add(Figure.of("SQL ÷ graph, answers of " + title, "×", theirs.dividedBy(ours)));
    }

    private static void requireSame(int asset, int theirs, int ours) {
        if (theirs != ours) {
            throw new IllegalStateException(
                    "with %d fall %d for SQL, and %d here".formatted(asset, theirs, ours));
        }
    }
}
