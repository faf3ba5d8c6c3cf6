package dev.cadastre.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps results: a line of JSON each, a chart of the last, and a table of it in the manual page.
 */
final class Keeper {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path checkout;

    Keeper(Path checkout) {
        this.checkout = checkout;
    }

    void keep(Result result) throws IOException {
        append(result);
        Path chart = checkout.resolve("docs/images/bench-" + result.benchmark() + ".svg");
        Files.createDirectories(chart.getParent());
        Files.writeString(chart, BarChart.of(result.figures()));
        Path page = checkout.resolve("docs/benchmarks.md");
        Files.writeString(page, FigureTable.replaced(Files.readString(page), result));
    }

    private void append(Result result) throws IOException {
        Path file = checkout.resolve("bench/results/" + result.benchmark() + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                JSON.writeValueAsString(result) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
