package dev.cadastre.server.web.api.exchange;

import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.Relation;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Map;

/**
 * A graph in the language of Graphviz. What was denied is left out; what only one side claims is
 * dashed, and what is not seen any longer is dotted.
 */
final class GraphvizMap implements MapText {

    private static final Map<String, String> SHAPES =
            Map.of(
                    "host", "box3d",
                    "service", "ellipse",
                    "daemon", "component",
                    "app", "tab",
                    "team", "octagon",
                    "group", "folder",
                    "external", "diamond");

    private final Writer out;

    GraphvizMap(Writer out) {
        this.out = out;
    }

    @Override
    public void begin(Instant at) throws IOException {
        out.write("// the map as of " + at + "\n");
        out.write("digraph map {\n  graph [rankdir=LR];\n  node [shape=box];\n");
    }

    @Override
    public void asset(Asset asset) throws IOException {
        String shape = SHAPES.getOrDefault(asset.kind(), "box");
        String style = asset.presence() == Asset.Presence.GONE ? ", style=dotted" : "";
        out.write(
                "  %s [label=%s, shape=%s%s];\n"
                        .formatted(quoted(asset.id()), label(asset), shape, style));
    }

    private static String label(Asset asset) {
        // The line break between them is Graphviz's own escape.
        return "\"%s\\n%s\"".formatted(escaped(asset.title()), escaped(MapWording.place(asset)));
    }

    @Override
    public void relation(Relation relation) throws IOException {
        if (relation.standing() != Relation.Standing.DENIED) {
            out.write(
                    "  %s -> %s [label=%s, style=%s];\n"
                            .formatted(
                                    quoted(relation.source()),
                                    quoted(relation.target()),
                                    quoted(MapWording.of(relation.type())),
                                    style(relation)));
        }
    }

    private static String style(Relation relation) {
        if (relation.standing() == Relation.Standing.EARLIER) {
            return "dotted";
        }
        return relation.sight() == Relation.Sight.CLAIMED ? "dashed" : "solid";
    }

    @Override
    public void end(long omitted) throws IOException {
        out.write("}\n");
        if (omitted > 0) {
            out.write("// " + omitted + " more assets were left out\n");
        }
        out.flush();
    }

    private static String quoted(String text) {
        return '"' + escaped(text) + '"';
    }

    /** A backslash begins an escape in labels, and a quotation mark ends any text. */
    private static String escaped(String text) {
        return MapWording.oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
