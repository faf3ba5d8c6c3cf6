package dev.cadastre.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The program behind {@code bench/run}. */
public final class Main {

    private static final List<Benchmark> ALL =
            List.of(
                    new CollectBenchmark(),
                    new StartBenchmark(),
                    new ReadsBenchmark(),
                    new MapBenchmark(),
                    new JoinBenchmark(),
                    new MapPageBenchmark(),
                    new PluginsBenchmark(),
                    new ChecksBenchmark(),
                    new ScheduledPluginsBenchmark(),
                    new SeriesBenchmark(),
                    new IncidentBenchmark(),
                    new ChangeBenchmark(),
                    new ParcelsBenchmark(),
                    new AppsBenchmark(),
                    new BackupBenchmark(),
                    new PackagesBenchmark(),
                    new ScaleBenchmark(1_000),
                    new ScaleBenchmark(10_000),
                    new ScaleBenchmark(100_000));

    private Main() {}

    /** Takes the checkout, a scratch folder, and the names of benchmarks; none means all. */
    public static void main(String... arguments) throws Exception {
        Surroundings surroundings = Surroundings.of(Path.of(arguments[0]), Path.of(arguments[1]));
        List<String> names = Arrays.asList(arguments).subList(2, arguments.length);
        for (Benchmark benchmark : chosen(names)) {
            run(benchmark, surroundings);
        }
    }

    private static List<Benchmark> chosen(List<String> names) {
        if (names.isEmpty()) {
            return ALL;
        }
        List<String> unknown = names.stream().filter(name -> named(name).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            List<String> known = ALL.stream().map(Benchmark::name).toList();
            System.err.printf("no such benchmark: %s; there are %s%n", unknown, known);
            System.exit(2);
        }
        return names.stream().flatMap(name -> named(name).stream()).toList();
    }

    private static Optional<Benchmark> named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .or(() -> ScaleBenchmark.named(name));
    }

    private static void run(Benchmark benchmark, Surroundings surroundings) throws Exception {
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        double load = Machine.load();
        System.out.printf("bench: %s, load %.2f%n", benchmark.name(), load);
        List<Figure> figures = benchmark.measure(surroundings);
        Machine machine = Machine.here(surroundings.checkout(), benchmark.peers());
        Result result = new Result(benchmark.name(), at, load, machine, figures);
        System.out.println(FigureTable.of(result));
        if (surroundings.fullSize() && ALL.contains(benchmark)) {
            new Keeper(surroundings.checkout()).keep(result);
        }
    }
}
