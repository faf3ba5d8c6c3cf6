package dev.cadastre.bench;

import java.io.IOException;
import java.util.function.Supplier;

/** How long a server takes for answers to a question that is asked again and again. */
final class ResponseTimes {

    private static final int REQUESTS = 500;
    private static final int WARM_UPS = 300;

    private ResponseTimes() {}

    /** In milliseconds, over one connection, after as many as it takes to be warm. */
    static Samples of(Client client, Supplier<String> paths) throws IOException {
        for (int i = 0; i < WARM_UPS; i++) {
            client.get(paths.get());
        }
        Samples samples = new Samples();
        for (int i = 0; i < REQUESTS; i++) {
            String path = paths.get();
            long start = System.nanoTime();
            client.get(path);
            samples.add((System.nanoTime() - start) / 1e6);
        }
        return samples;
    }
}
