package dev.cadastre.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long a large parcel takes to a registry and back, by all who can take it, in turns. */
final class ParcelCopies {

    private static final double WANTED_OF_SKOPEO = 0.8;
    private static final String LIBRARY = "library";
    private static final String COMMAND = "cadastre parcel";
    private static final String SKOPEO = "skopeo copy";

    private final Map<String, ParcelCopier> copiers = new LinkedHashMap<>();
    private final Map<String, Samples> pushes = new LinkedHashMap<>();
    private final Map<String, Samples> pulls = new LinkedHashMap<>();
    private final Path folder;
    private final LargeParcel parcel;

    private ParcelCopies(Path folder, LargeParcel parcel, Path program) {
        this.folder = folder;
        this.parcel = parcel;
        if (Shell.available(ParcelCopier.OfSkopeo.PROGRAM)) {
            copiers.put(SKOPEO, new ParcelCopier.OfSkopeo());
        }
        copiers.put(LIBRARY, new ParcelCopier.OfLibrary());
        copiers.put(COMMAND, new ParcelCopier.OfCommand(program));
    }

    /** Without the distribution's registry there are no figures. */
    static List<Figure> measure(Path folder, Path program, int megabytes, int rounds)
            throws IOException, InterruptedException {
        if (!Shell.available(DockerRegistry.PROGRAM)) {
            return List.of();
        }
        LargeParcel parcel = LargeParcel.build(folder, megabytes * 1_000_000);
        ParcelCopies copies = new ParcelCopies(folder, parcel, program);
        copies.round();
        copies.begin();
        for (int round = 0; round < rounds; round++) {
            copies.round();
        }
        List<Figure> figures = new ArrayList<>();
        figures.addAll(copies.figures("%d MB to a registry".formatted(megabytes), copies.pushes));
        figures.addAll(copies.figures("%d MB from a registry".formatted(megabytes), copies.pulls));
        return figures;
    }

    /** The round before was the one in which the JVM and the disk's cache became warm. */
    private void begin() {
        pushes.clear();
        pulls.clear();
    }

    private void round() throws IOException, InterruptedException {
        for (Map.Entry<String, ParcelCopier> each : copiers.entrySet()) {
            Path own = Files.createDirectory(folder.resolve("turn"));
            try (DockerRegistry registry = DockerRegistry.start(own)) {
                ParcelCopier copier = each.getValue();
                Path copy = own.resolve("copy");
                add(pushes, each.getKey(), () -> copier.push(parcel.layout(), registry.host()));
                add(pulls, each.getKey(), () -> copier.pull(registry.host(), copy));
                parcel.requireSame(copy);
            }
            Shell.quietly("rm", "-rf", own.toString());
        }
    }

    /** Something whose time is taken. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void add(Map<String, Samples> samples, String name, Work work)
            throws IOException, InterruptedException {
        // What was written before would be on its way to the disk meanwhile.
        Shell.quietly("sync");
        long begun = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        samples.computeIfAbsent(name, any -> new Samples()).add(seconds);
    }

    private List<Figure> figures(String what, Map<String, Samples> samples) {
        List<Figure> figures = new ArrayList<>();
        samples.forEach((name, seconds) -> {
            Figure figure = Figure.of("%s: %s".formatted(what, name), "s", seconds);
            figures.add(name.equals(SKOPEO) ? figure.ofPeer() : figure);
        });
        Samples peer = samples.get(SKOPEO);
        if (peer != null) {
            samples.forEach((name, seconds) -> {
                if (!name.equals(SKOPEO)) {
                    figures.add(ratio("%s: skopeo ÷ %s".formatted(what, name), peer, seconds));
                }
            });
        }
        return figures;
    }

    private static Figure ratio(String what, Samples peer, Samples ours) {
        return Figure.of(what, "×", peer.dividedBy(ours))
                .wanted(Figure.Measure.MEDIAN_AT_LEAST, WANTED_OF_SKOPEO);
    }
}
