package dev.cadastre.bench;

import dev.cadastre.plugin.Account;
import dev.cadastre.plugin.Launcher;
import dev.cadastre.plugin.PluginCommand;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How often a second a program is launched, read to its end and understood. */
final class PluginsBenchmark implements Benchmark {

    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    /** So that a thread that is done finds the next plug-in waiting. */
    private static final int CALLERS = 2 * THREADS;

    /** So that others run while orders and answers of another account are on their way. */
    private static final int OTHERS_AT_ONCE = 4 * THREADS;

    private static final int ROUNDS = 5;

    /** After so many rounds' time the JVM has compiled what there is to compile. */
    private static final int WARM_UP_ROUNDS = 5;

    private static final double SECONDS = 3;
    private static final double QUICK_SECONDS = 0.5;
    private static final double WANTED_OF_C = 0.8;
    private static final List<String> TRUE = List.of("/bin/true");
    private static final List<String> DUMMY =
            List.of("/usr/lib/nagios/plugins/check_dummy", "0", "fine | time=0.5s;1;2");

    @Override
    public String name() {
        return "plugins";
    }

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        double seconds = surroundings.fullSize() ? SECONDS : QUICK_SECONDS;
        Optional<SpawnLoop> loop = SpawnLoop.compiled(surroundings.scratch());
        List<Figure> figures = new ArrayList<>();
        for (List<String> command : List.of(TRUE, DUMMY)) {
            if (Files.isExecutable(Path.of(command.getFirst()))) {
                figures.addAll(measure(command, loop, seconds));
            }
        }
        return figures;
    }

    private static List<Figure> measure(
            List<String> command, Optional<SpawnLoop> loop, double seconds) throws Exception {
        Samples ours = new Samples();
        Samples asAnother = new Samples();
        Samples inC = new Samples();
        Samples builders = new Samples();
        try (Launcher launcher = new Launcher(THREADS);
                Launcher others = new Launcher(OTHERS_AT_ONCE)) {
            PluginCommand plugin = plugin(command);
            Optional<PluginCommand> another = account(command).map(plugin::as);
            rate(CALLERS, WARM_UP_ROUNDS * seconds, () -> understood(launcher, plugin));
            if (another.isPresent()) {
                rateOfOthers(others, another.get(), WARM_UP_ROUNDS * seconds);
            }
            for (int round = 0; round < ROUNDS; round++) {
                if (loop.isPresent()) {
                    inC.add(loop.get().rate(command, THREADS, seconds));
                }
                ours.add(rate(CALLERS, seconds, () -> understood(launcher, plugin)));
                if (another.isPresent()) {
                    asAnother.add(rateOfOthers(others, another.get(), seconds));
                }
                builders.add(rate(THREADS, seconds, () -> built(command)));
            }
        }
        String program = Path.of(command.getFirst()).getFileName() + "";
        return figures(program, ours, asAnother, inC, builders);
    }

    /** Whom a plug-in is also run as; nobody, if this JVM may not. */
    private static Optional<Account> account(List<String> command) {
        boolean root = "root".equals(System.getProperty("user.name"));
        return root && command.equals(DUMMY)
                ? Account.named("nobody").map(Account::withoutGroups)
                : Optional.empty();
    }

    private static double rateOfOthers(Launcher launcher, PluginCommand plugin, double seconds)
            throws Exception {
        return rate(2 * OTHERS_AT_ONCE, seconds, () -> understood(launcher, plugin));
    }

    private static List<Figure> figures(
            String program, Samples ours, Samples asAnother, Samples inC, Samples builders) {
        String another = program + " as another account, launched";
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(program + ", launched and understood", "/s", ours));
        if (asAnother.size() > 0) {
            figures.add(Figure.of(another + " and understood", "/s", asAnother));
        }
        figures.add(Figure.of(program + ", ProcessBuilder", "/s", builders).ofPeer());
        if (inC.size() > 0) {
            figures.add(Figure.of(program + ", posix_spawn in C", "/s", inC).ofPeer());
            figures.add(
                    Figure.of(program + ", launched ÷ in C", "×", ours.dividedBy(inC))
                            .wanted(Figure.Measure.MEDIAN_AT_LEAST, WANTED_OF_C));
            if (asAnother.size() > 0) {
                figures.add(
                        Figure.of(another + " ÷ in C", "×", asAnother.dividedBy(inC))
                                .wanted(Figure.Measure.MEDIAN_AT_LEAST, WANTED_OF_C));
            }
        }
        figures.add(
                Figure.of(program + ", launched ÷ ProcessBuilder", "×", ours.dividedBy(builders)));
        return figures;
    }

    private static PluginCommand plugin(List<String> command) {
        String[] arguments = command.subList(1, command.size()).toArray(String[]::new);
        return PluginCommand.of(Path.of(command.getFirst()), arguments);
    }

    private static PluginState understood(Launcher launcher, PluginCommand plugin)
            throws InterruptedException {
        return PluginResult.of(launcher.run(plugin)).state();
    }

    private static PluginState built(List<String> command)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var output = process.getInputStream()) {
            output.readAllBytes();
        }
        return PluginState.ofExitCode(process.waitFor()).orElse(PluginState.UNKNOWN);
    }

    private static double rate(int callers, double seconds, Callable<PluginState> launch)
            throws Exception {
        long start = System.nanoTime();
        long deadline = start + (long) (seconds * 1e9);
        long count = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                counts.add(threads.submit(() -> countUntil(deadline, launch)));
            }
            for (Future<Long> each : counts) {
                count += each.get();
            }
        }
        return count / ((System.nanoTime() - start) / 1e9);
    }

    private static long countUntil(long deadline, Callable<PluginState> launch) throws Exception {
        long count = 0;
        while (System.nanoTime() < deadline) {
            PluginState state = launch.call();
            if (state != PluginState.OK) {
                throw new IOException("A plug-in that is always well was " + state);
            }
            count++;
        }
        return count;
    }
}
