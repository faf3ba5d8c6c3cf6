package dev.cadastre.server.web.api.exchange;

import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.Relation;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A flow chart in the language of Mermaid; see {@link GraphvizMap} for what it shows. */
final class MermaidMap implements MapText {

    /** What stands before and behind the label of a node. */
    private record Shape(String begin, String end) {}

    private static final Shape USUAL = new Shape("[", "]");

    private static final Map<String, Shape> SHAPES =
            Map.of(
                    "host", new Shape("[[", "]]"),
                    "service", new Shape("([", "])"),
                    "daemon", new Shape("(", ")"),
                    "external", new Shape("{{", "}}"));

    private static final String HARMLESS = " -_.:@+/";

    private final Writer out;

    /** Names could be anything, words of the language too; numbers cannot. */
    private final Map<String, Integer> numbers = new HashMap<>();

    MermaidMap(Writer out) {
        this.out = out;
    }

    @Override
    public void begin(Instant at) throws IOException {
        out.write("%% the map as of " + at + "\nflowchart LR\n");
    }

    @Override
    public void asset(Asset asset) throws IOException {
        Shape shape = SHAPES.getOrDefault(asset.kind(), USUAL);
        out.write(
                "  %s%s\"%s<br/>%s\"%s\n"
                        .formatted(
                                node(asset.id()),
                                shape.begin(),
                                escaped(asset.title()),
                                escaped(MapWording.place(asset)),
                                shape.end()));
    }

    private String node(String id) {
        return "n" + numbers.computeIfAbsent(id, _ -> numbers.size() + 1);
    }

    @Override
    public void relation(Relation relation) throws IOException {
        if (relation.standing() != Relation.Standing.DENIED) {
            out.write(
                    "  %s %s|%s| %s\n"
                            .formatted(
                                    node(relation.source()),
                                    arrow(relation),
                                    MapWording.of(relation.type()),
                                    node(relation.target())));
        }
    }

    private static String arrow(Relation relation) {
        return relation.standing() == Relation.Standing.EARLIER
                        || relation.sight() == Relation.Sight.CLAIMED
                ? "-.->"
                : "-->";
    }

    @Override
    public void end(long omitted) throws IOException {
        if (omitted > 0) {
            out.write("%% " + omitted + " more assets were left out\n");
        }
        out.flush();
    }

    /**
     * Everything but letters, digits and a few harmless characters by its number: quotation marks
     * end a label, angle brackets make HTML of it, a grave accent Markdown, and a directive counts
     * wherever it stands.
     */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        MapWording.oneLine(text)
                .codePoints()
                .forEach(c -> {
                    if (Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0) {
                        escaped.appendCodePoint(c);
                    } else {
                        escaped.append('#').append(c).append(';');
                    }
                });
        return escaped.toString();
    }
}
