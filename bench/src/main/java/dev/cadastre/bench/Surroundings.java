package dev.cadastre.bench;

import java.nio.file.Path;

/**
 * Where benchmarks run.
 *
 * @param checkout whose {@code ./cadastre} is measured
 * @param scratch a folder on a disk, removed afterwards
 * @param hosts how many hosts of the laboratory are collected
 * @param reports how many hosts' reports are handed in
 */
record Surroundings(Path checkout, Path scratch, int hosts, int reports) {

    private static final int HOSTS = 100;
    private static final int REPORTS = 1_000;

    static Surroundings of(Path checkout, Path scratch) {
        return new Surroundings(
                checkout,
                scratch,
                number("CADASTRE_BENCH_HOSTS", HOSTS),
                number("CADASTRE_BENCH_REPORTS", REPORTS));
    }

    /** Whether this is the size that the wanted figures are about. */
    boolean fullSize() {
        return hosts == HOSTS && reports == REPORTS;
    }

    private static int number(String variable, int otherwise) {
        String text = System.getenv(variable);
        return text == null ? otherwise : Integer.parseInt(text);
    }
}
