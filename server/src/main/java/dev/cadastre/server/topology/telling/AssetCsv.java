package dev.cadastre.server.topology.telling;

import dev.cadastre.server.topology.AssetLifecycle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads assets from CSV (RFC 4180) whose first line names the columns: {@code id}, and as wanted
 * {@code title}, {@code environment}, {@code lifecycle}, {@code owner}, {@code label.NAME} and
 * {@code attribute.NAME}. An empty cell says nothing. Not thread-safe.
 */
final class AssetCsv {

    private static final Set<String> COLUMNS =
            Set.of("id", "title", "environment", "lifecycle", "owner");
    private static final String LABEL = "label.";
    private static final String ATTRIBUTE = "attribute.";

    private final List<MapProblem> problems = new ArrayList<>();

    /** What was read, and what is wrong. */
    record Result(List<AssetStatement> assets, List<MapProblem> problems) {}

    /** What a text says. */
    static Result read(String text) {
        AssetCsv csv = new AssetCsv();
        List<CsvLines.Line> lines = CsvLines.of(text, csv::problem);
        return new Result(csv.assets(lines), csv.problems);
    }

    private List<AssetStatement> assets(List<CsvLines.Line> lines) {
        if (lines.isEmpty()) {
            problem(1, "There is no line that names the columns.");
            return List.of();
        }
        List<String> columns = lines.getFirst().cells().stream().map(String::strip).toList();
        columns(columns, lines.getFirst().number());
        return lines.subList(1, lines.size()).stream().map(line -> asset(columns, line)).toList();
    }

    private void columns(List<String> columns, int number) {
        if (!columns.contains("id")) {
            problem(number, "There is no column “id”.");
        }
        Set<String> known = new HashSet<>();
        for (String column : columns) {
            if (!known.add(column)) {
                problem(number, "The column “" + column + "” is there twice.");
            } else if (!COLUMNS.contains(column)
                    && !column.startsWith(LABEL)
                    && !column.startsWith(ATTRIBUTE)) {
                problem(
                        number,
                        "The column “%s” is none of id, title, environment, lifecycle, owner,"
                                        .formatted(column)
                                + " label.NAME and attribute.NAME.");
            }
        }
    }

    private AssetStatement asset(List<String> columns, CsvLines.Line line) {
        if (line.cells().size() != columns.size()) {
            problem(
                    line.number(),
                    "It has %d cells, and there are %d columns."
                            .formatted(line.cells().size(), columns.size()));
        }
        Map<String, String> cells = new HashMap<>();
        Map<String, String> labels = new HashMap<>();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), line.cells().size()); i++) {
            String column = columns.get(i);
            String cell = line.cells().get(i).strip();
            if (cell.isEmpty()) {
                continue;
            }
            if (column.startsWith(LABEL)) {
                labels.put(column.substring(LABEL.length()), cell);
            } else if (column.startsWith(ATTRIBUTE)) {
                attributes.put(column.substring(ATTRIBUTE.length()), cell);
            } else {
                cells.put(column, cell);
            }
        }
        return new AssetStatement(
                "line " + line.number(),
                cells.getOrDefault("id", ""),
                cells.get("title"),
                cells.get("environment"),
                lifecycle(cells.get("lifecycle"), line.number()),
                labels,
                attributes,
                cells.get("owner"));
    }

    private AssetLifecycle lifecycle(@Nullable String cell, int number) {
        if (cell == null) {
            return AssetLifecycle.LIVE;
        }
        for (AssetLifecycle lifecycle : AssetLifecycle.values()) {
            if (lifecycle.name().equals(cell.toUpperCase(Locale.ROOT))) {
                return lifecycle;
            }
        }
        problem(number, "“" + cell + "” is none of PLANNED, LIVE, RETIRING and RETIRED.");
        return AssetLifecycle.LIVE;
    }

    private void problem(int line, String message) {
        problems.add(
                new MapProblem(
                        "csv.wrong", "line " + line, message, "Correct it; nothing was taken."));
    }
}
