package dev.cadastre.acceptance.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A recording in asciicast v2, which asciinema and other players read: a line of JSON that says how
 * large the terminal is, and one for each event.
 *
 * @param columns how many characters a line has
 * @param rows how many lines there are
 * @param events in their order
 */
public record Cast(int columns, int rows, String title, List<Event> events) {

    private static final int VERSION = 2;
    private static final JsonMapper JSON = new JsonMapper();

    /** Keeps a list of its own. */
    public Cast {
        events = List.copyOf(events);
    }

    /** What an event is about. */
    public enum Kind {
        /** The terminal was told something. */
        OUTPUT("o"),
        /** A scene begins, and is called so. */
        MARKER("m");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        private static Kind of(String code) {
            return code.equals(MARKER.code) ? MARKER : OUTPUT;
        }
    }

    /**
     * Something that happened.
     *
     * @param seconds since the beginning
     */
    public record Event(double seconds, Kind kind, String text) {}

    /** When the last event is. */
    public double seconds() {
        return events.isEmpty() ? 0 : events.getLast().seconds();
    }

    /** The text of the file. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(
                """
                {"version": %d, "width": %d, "height": %d, "title": %s}
                """
                        .formatted(VERSION, columns, rows, JSON.writeValueAsString(title)));
        for (Event event : events) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "[%.3f, \"%s\", %s]%n",
                            event.seconds(),
                            event.kind().code,
                            JSON.writeValueAsString(event.text())));
        }
        return text.toString();
    }

    /** Reads what {@link #text} writes; what is none is a failure of Jackson. */
    public static Cast read(String text) {
        List<String> lines = text.lines().toList();
        JsonNode head = JSON.readTree(lines.getFirst());
        List<Event> events = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            JsonNode event = JSON.readTree(line);
            events.add(
                    new Event(
                            event.get(0).asDouble(),
                            Kind.of(event.get(1).asString()),
                            event.get(2).asString()));
        }
        return new Cast(
                head.get("width").asInt(),
                head.get("height").asInt(),
                head.get("title").asString(),
                events);
    }

    /** The titles of its scenes. */
    public List<String> titles() {
        return events.stream()
                .filter(event -> event.kind() == Kind.MARKER)
                .map(Event::text)
                .toList();
    }
}
