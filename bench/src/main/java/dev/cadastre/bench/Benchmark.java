package dev.cadastre.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One set of measurements that belong on one chart. */
interface Benchmark {

    /** What it is called on the command line and in the names of files. */
    String name();

    /** Measures; takes minutes. */
    List<Figure> measure(Surroundings surroundings) throws Exception;

    /** Versions of others' programs that take part in this one alone, or why one does not. */
    default Map<String, String> peers() throws IOException, InterruptedException {
        return Map.of();
    }
}
