package dev.cadastre.cli.output;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonWriter;
import dev.cadastre.cli.text.Printable;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;

/** Prints answers in the form that was asked for. */
public final class Printer {

    private final PrintStream out;
    private final Format format;
    private final ZoneId zone;
    private final boolean colours;

    /** Moments are shown in {@code zone}; {@code colours} is for terminals only. */
    public Printer(PrintStream out, Format format, ZoneId zone, boolean colours) {
        this.out = out;
        this.format = format;
        this.zone = zone;
        this.colours = colours;
    }

    /** How it prints. */
    public Format format() {
        return format;
    }

    /** Prints an answer whose {@code items} are what it is about. */
    public void list(Json answer, List<Column> columns) {
        items(answer, answer.list("items"), columns);
    }

    /** Prints {@code items}, or the whole {@code answer} they were taken from. */
    public void items(Json answer, List<Json> items, List<Column> columns) {
        switch (format) {
            case JSON -> out.println(JsonWriter.write(answer));
            case NDJSON -> items.forEach(item -> out.println(JsonWriter.writeLine(item)));
            case CSV -> out.print(Csv.render(columns, items));
            case NAMES -> items.stream().map(columns.getFirst()::value).forEach(this::line);
            case TABLE -> out.print(new Table(columns, zone, colours).render(items));
        }
    }

    /** Prints an answer that is about one thing: what it has, one thing a line. */
    public void attributes(Json answer, List<Column> attributes) {
        switch (format) {
            case TABLE ->
                    out.print(
                            new Table(Attributes.COLUMNS, zone, colours)
                                    .render(Attributes.of(answer, attributes, zone)));
            case JSON, NDJSON, CSV, NAMES -> items(answer, List.of(answer), attributes);
        }
    }

    /** Prints one line of plain text. */
    public void line(String text) {
        out.println(Printable.escape(text));
    }
}
