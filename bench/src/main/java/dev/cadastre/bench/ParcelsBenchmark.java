package dev.cadastre.bench;

import dev.cadastre.bench.LargeCatalogue.Kind;
import dev.cadastre.parcel.resolution.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parcels on their way to a registry and back, beside skopeo; and choosing those that fit. */
final class ParcelsBenchmark implements Benchmark {

    private static final int MEGABYTES = 200;
    private static final int MEGABYTES_OF_A_TRY = 20;
    private static final int ROUNDS = 5;
    private static final int ROUNDS_OF_A_TRY = 2;

    private static final int PARCELS = 1_000;
    private static final int PARCELS_OF_A_TRY = 200;
    private static final int VERSIONS = 10;
    private static final int SEEDS = 5;

    /** After so many the JVM has compiled what there is to compile. */
    private static final int WARM_UPS = 10;

    private static final double WANTED_SECONDS = 1;

    @Override
    public String name() {
        return "parcels";
    }

    @Override
    public Map<String, String> peers() throws IOException, InterruptedException {
        Map<String, String> peers = new TreeMap<>();
        for (String program : List.of(DockerRegistry.PROGRAM, ParcelCopier.OfSkopeo.PROGRAM)) {
            peers.put(
                    program,
                    Shell.available(program)
                            ? Shell.run(Map.of(), program, "--version").output().strip()
                            : "not installed: apt-get install " + program);
        }
        return peers;
    }

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        boolean full = surroundings.fullSize();
        Path folder = Files.createDirectory(surroundings.scratch().resolve("parcels"));
        List<Figure> figures =
                new ArrayList<>(
                        ParcelCopies.measure(
                                folder,
                                surroundings.checkout().resolve("cadastre"),
                                full ? MEGABYTES : MEGABYTES_OF_A_TRY,
                                full ? ROUNDS : ROUNDS_OF_A_TRY));
        for (Kind kind : Kind.values()) {
            figures.addAll(resolution(kind, full ? PARCELS : PARCELS_OF_A_TRY));
        }
        return figures;
    }

    private static List<Figure> resolution(Kind kind, int parcels)
            throws IOException, InterruptedException {
        Samples cold = new Samples();
        Samples warm = new Samples();
        for (int seed = 0; seed < SEEDS; seed++) {
            cold.add(ResolutionProgram.secondsOfNewProcess(kind, parcels, VERSIONS, seed));
            List<Candidate> candidates = LargeCatalogue.of(kind, parcels, VERSIONS, seed);
            for (int i = 0; i < WARM_UPS; i++) {
                ResolutionProgram.seconds(candidates, parcels);
            }
            warm.add(ResolutionProgram.seconds(candidates, parcels));
        }
        String what =
                "%,d parcels of %d versions, %s"
                        .formatted(
                                parcels,
                                VERSIONS,
                                kind == Kind.EASY
                                        ? "the newest fit"
                                        : "some of the newest do not fit");
        return List.of(
                Figure.of(what + ": in a new process", "s", cold).wanted(WANTED_SECONDS),
                Figure.of(what + ": again", "s", warm).wanted(WANTED_SECONDS));
    }
}
