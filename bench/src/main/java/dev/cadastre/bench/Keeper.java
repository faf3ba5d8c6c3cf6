package dev.cadastre.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
        Files.writeString(chart, BarChart.of(comparable(result.figures())));
        Path page = checkout.resolve("docs/benchmarks.md");
        Files.writeString(page, FigureTable.replaced(Files.readString(page), result));
    }

    /** Those in the commonest unit: bars of different ones say nothing beside each other. */
    static List<Figure> comparable(List<Figure> figures) {
        Map<String, Long> units =
                figures.stream()
                        .collect(Collectors.groupingBy(Figure::unit, Collectors.counting()));
        long most = units.values().stream().mapToLong(Long::longValue).max().orElse(0);
        String commonest =
                figures.stream()
                        .map(Figure::unit)
                        .filter(unit -> Objects.requireNonNull(units.get(unit)) == most)
                        .findFirst()
                        .orElse("");
        return figures.stream().filter(figure -> figure.unit().equals(commonest)).toList();
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
