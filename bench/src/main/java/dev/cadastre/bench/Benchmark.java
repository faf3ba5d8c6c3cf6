package dev.cadastre.bench;

import java.util.List;

/** One set of measurements that belong on one chart. */
interface Benchmark {

    /** What it is called on the command line and in the names of files. */
    String name();

    /** Measures; takes minutes. */
    List<Figure> measure(Surroundings surroundings) throws Exception;
}
