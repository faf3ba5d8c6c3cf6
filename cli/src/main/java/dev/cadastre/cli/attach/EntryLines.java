package dev.cadastre.cli.attach;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonReader;
import dev.cadastre.cli.output.Wording;
import dev.cadastre.cli.run.RunColumns;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What people read of the lines of a journal, as docs/formats/journal.md lays them down. Pure. */
final class EntryLines {

    private EntryLines() {}

    /** A sentence; empty for what is of no interest while a run goes on. */
    static Optional<String> sentence(String line) {
        try {
            Json entry = JsonReader.read(line);
            return switch (entry.text("kind").orElse("")) {
                case "ended" -> ended(entry);
                case "looked" -> Optional.of(step(entry) + ": " + entry.text("reason").orElse(""));
                case "paused" -> Optional.of("Paused: " + entry.text("reason").orElse(""));
                case "requested" ->
                        Optional.of(
                                "%s asked to %s."
                                        .formatted(
                                                entry.text("who").orElse(""),
                                                entry.text("request").orElse("")));
                default -> Optional.empty();
            };
        } catch (JsonReader.NotJson _) {
            return Optional.empty(); // A newer server may write what this one does not know.
        }
    }

    /** What a step printed, a line each, after its name. */
    static List<String> output(String line) {
        try {
            Json entry = JsonReader.read(line);
            return entry.text("output").stream()
                    .flatMap(String::lines)
                    .map(text -> step(entry) + " | " + text)
                    .toList();
        } catch (JsonReader.NotJson _) {
            return List.of();
        }
    }

    private static Optional<String> ended(Json entry) {
        boolean ok = entry.text("status").orElse("").equals("OK");
        boolean changed = entry.holds("changed");
        if (ok && List.of("REACH", "OPEN", "RELEASE").contains(entry.text("step").orElse(""))) {
            return Optional.empty();
        }
        String outcome =
                ok ? changed ? "changed" : "ok" : entry.text("status").orElse("").replace('_', ' ');
        return Optional.of(
                "%s: %s, %s%s"
                        .formatted(step(entry), outcome, took(entry), why(entry, ok, changed)));
    }

    private static String why(Json entry, boolean ok, boolean changed) {
        if (ok && changed && !entry.list("wishes").isEmpty()) {
            return ": "
                    + RunColumns.changes(entry.list("wishes").stream().map(Wording::of).toList());
        }
        return entry.text("reason")
                .filter(text -> !text.isEmpty())
                .map(text -> ": " + text)
                .orElse("");
    }

    private static String took(Json entry) {
        try {
            return RunColumns.duration(
                    Duration.parse(entry.text("took").orElse("PT0S")).toMillis());
        } catch (DateTimeParseException _) {
            return "?";
        }
    }

    private static String step(Json entry) {
        String of = entry.text("of").orElse("");
        String what =
                switch (entry.text("step").orElse("")) {
                    case "REACH" -> "connecting to";
                    case "OPEN" -> "opening";
                    case "UNDO" -> "undoing " + of + " on";
                    case "RESTART" -> "restarting " + of + " on";
                    case "RELOAD" -> "reloading " + of + " on";
                    case "RELEASE" -> "releasing";
                    default -> of + " on";
                };
        return what + " " + RunColumns.host(entry);
    }
}
