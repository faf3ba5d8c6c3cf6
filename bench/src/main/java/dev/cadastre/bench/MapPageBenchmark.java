package dev.cadastre.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How long somebody waits for the page of a map of five thousand assets, in a new browser. */
final class MapPageBenchmark implements Benchmark {

    private static final int ASSETS = 5_000;
    private static final int WARM_UPS = 2;
    private static final int TIMES = 7;
    private static final double WANTED_MS = 2_000;

    /** The page says for how long it was not there yet once it has been painted. */
    private static final String READY =
            """
            new Promise(done => {
              const look = () => {
                const bar = document.querySelector('.map-bar');
                bar && bar.dataset.ready ? done(Number(bar.dataset.ready)) : setTimeout(look, 20);
              };
              look();
            })
            """;

    @Override
    public String name() {
        return "page";
    }

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        Path home = Files.createDirectory(surroundings.scratch().resolve("page"));
        try (RunningServer server =
                RunningServer.start(
                        surroundings.checkout(),
                        home,
                        List.of(),
                        List.of("cadastre.anonymous-read=true"))) {
            byte[] map = DrawnMap.of(ASSETS / DrawnMap.EACH).getBytes(StandardCharsets.UTF_8);
            server.client().post("/api/v1/map/import?source=bench", "application/json", map);
            Samples samples = new Samples();
            for (int i = 0; i < WARM_UPS + TIMES; i++) {
                Path profile = Files.createTempDirectory(surroundings.scratch(), "profile");
                double millis = open(profile, server.address().resolve("/map"));
                if (i >= WARM_UPS) {
                    samples.add(millis);
                }
            }
            return List.of(
                    Figure.of("page of 5,000 assets, until it can be used", "ms", samples)
                            .wanted(Figure.Measure.MEDIAN_AT_MOST, WANTED_MS));
        }
    }

    private static double open(Path profile, URI page) throws Exception {
        try (Chromium browser = Chromium.start(profile)) {
            return browser.ask(page, READY);
        }
    }

    @Override
    public Map<String, String> peers() throws IOException, InterruptedException {
        return Map.of("chromium", Shell.run(Map.of(), "chromium", "--version").output().strip());
    }
}
