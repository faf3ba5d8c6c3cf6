package dev.cadastre.server.inventory.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The facts that come with the server. */
final class CheckedInFacts {

    private static final String FILE = "/support/facts.tsv";
    private static final int COLUMNS = 8;

    private CheckedInFacts() {}

    static List<SupportFact> read() {
        try (InputStream in = Objects.requireNonNull(SupportFact.class.getResourceAsStream(FILE));
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(CheckedInFacts::fact)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    private static SupportFact fact(String line) {
        List<String> columns = List.of(line.split("\t", -1));
        if (columns.size() != COLUMNS) {
            throw new IllegalStateException(FILE + " has a line of another form: " + line);
        }
        return new SupportFact(
                columns.get(0),
                columns.get(1),
                day(columns.get(2)),
                day(columns.get(3)),
                day(columns.get(4)),
                false,
                columns.get(5).isEmpty() ? null : columns.get(5),
                columns.get(6),
                LocalDate.parse(columns.get(7)));
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
