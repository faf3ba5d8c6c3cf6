package dev.cadastre.server.inventory.support;

import dev.cadastre.server.inventory.InvalidFeed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tables of Debian's package distro-info-data, {@code debian.csv} and {@code ubuntu.csv}. */
final class DistroInfo {

    private static final Pattern VERSION = Pattern.compile("\\d{1,3}(\\.\\d{1,3})?");

    private final List<String> header;
    private final String product;
    private final LocalDate today;

    private DistroInfo(List<String> header, String product, LocalDate today) {
        this.header = header;
        this.product = product;
        this.today = today;
    }

    static List<SupportFact> read(String text, LocalDate today) {
        List<String> lines = text.lines().toList();
        List<String> header = lines.isEmpty() ? List.of() : columns(lines.getFirst());
        if (!header.containsAll(List.of("version", "series", "release", "eol"))) {
            throw new InvalidFeed(
                    "line 1",
                    "It is neither a document of endoflife.date nor a table of distro-info.");
        }
        var table = new DistroInfo(header, product(header), today);
        List<SupportFact> facts = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                table.add(columns(lines.get(i)), "line " + (i + 1), facts);
            }
        }
        return facts;
    }

    private static String product(List<String> header) {
        if (header.contains("eol-lts")) {
            return "debian";
        }
        if (header.contains("eol-esm")) {
            return "ubuntu";
        }
        throw new InvalidFeed("line 1", "It is the table of neither Debian nor Ubuntu.");
    }

    private static List<String> columns(String line) {
        return List.of(line.split(",", -1));
    }

    /** What is not released, or has no number, is no host's system. */
    private void add(List<String> row, String place, List<SupportFact> facts) {
        if (row.size() > header.size()) {
            throw new InvalidFeed(place, "It has more columns than the first line.");
        }
        LocalDate released = day(row, "release", place);
        String version = value(row, "version").replace(" LTS", "");
        if (released == null || version.isEmpty()) {
            return;
        }
        if (!VERSION.matcher(version).matches()) {
            throw new InvalidFeed(place, "The version is not a number.");
        }
        facts.add(
                new SupportFact(
                        product,
                        product.equals("debian") && version.endsWith(".0")
                                ? version.substring(0, version.length() - 2)
                                : version,
                        released,
                        day(row, "eol", place),
                        day(row, product.equals("debian") ? "eol-lts" : "eol-esm", place),
                        false,
                        null,
                        "https://debian.pages.debian.net/distro-info-data/" + product + ".csv",
                        today));
    }

    private String value(List<String> row, String column) {
        int index = header.indexOf(column);
        return index >= 0 && index < row.size() ? row.get(index).strip() : "";
    }

    private @Nullable LocalDate day(List<String> row, String column, String place) {
        String text = value(row, column);
        try {
            return text.isEmpty() ? null : FactDocument.day(text);
        } catch (DateTimeException e) {
            throw new InvalidFeed(place, "In %s, there is no date.".formatted(column), e);
        }
    }
}
