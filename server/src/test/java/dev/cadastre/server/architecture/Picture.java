package dev.cadastre.server.architecture;

import dev.cadastre.server.architecture.Layers.Place;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A picture of things that need each other, as SVG in light and in dark, with lines to what is
 * needed. Where it is shown small there are only names, in large letters.
 */
final class Picture {

    private static final int MARGIN = 20;
    private static final int GAP = 48;
    private static final int BETWEEN_LINES = 18;
    private static final int LINE = 16;
    private static final int HEAD = 38;
    private static final int PIXELS_OF_SIX_LETTERS = 36;

    private final Layers layers;
    private final Columns columns;
    private final Map<String, List<String>> notes;
    private final int box;

    /**
     * Of these things.
     *
     * @param widest how many may stand beside each other
     * @param box how wide each is
     * @param notes what is said of each below its name
     */
    Picture(Needs needs, int widest, int box, Map<String, String> notes) {
        int letters = (box - 24) * 6 / PIXELS_OF_SIX_LETTERS;
        this.layers = new Layers(needs, widest);
        this.columns = new Columns(layers, box);
        this.box = box;
        this.notes =
                notes.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        note -> Lines.of(note.getValue(), letters)));
    }

    /**
     * All of it.
     *
     * @param large how large names are where it is shown small
     */
    String svg(String title, int large) {
        StringBuilder text = new StringBuilder();
        text.append(beginning(escaped(title), large, centred(layers.rows().size(), large)));
        layers.rows().forEach(row -> row.forEach(place -> lines(place, text)));
        layers.rows().stream()
                .flatMap(List::stream)
                .filter(place -> !place.passage())
                .forEach(place -> box(place, text));
        return text.append("</svg>\n").toString();
    }

    /** Who shows no style sheet shows it in light; colours are those of the pages. */
    private String beginning(String title, int large, String centred) {
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
        <title>%3$s</title>
        <style>
        text { font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif }
        @media (max-width: 480px) { .note { display: none } .name { font-size: %4$dpx; text-anchor: middle }%5$s }
        @media (prefers-color-scheme: dark) { .ground { fill: #141413 } .box { fill: #1b1b1a; stroke: #4a4a45 } .name { fill: #ecece7 } .note { fill: #a3a39b } .line { stroke: #74746d } .tip { fill: #74746d } }
        </style>
        <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" fill="#9a9a94" d="M0 0.5 8 4 0 7.5z"/></marker></defs>
        <rect class="ground" width="%1$d" height="%2$d" fill="#fbfbfa"/>
        """
                .formatted(
                        columns.width() + 2 * MARGIN,
                        top(layers.rows().size()) - GAP + MARGIN,
                        title,
                        large,
                        centred);
    }

    /** How names get to the middle of their boxes, by how high these are. */
    private String centred(int depth, int large) {
        return IntStream.range(0, depth)
                .map(this::height)
                .distinct()
                .sorted()
                .mapToObj(height ->
                        " .h%d { transform: translate(%dpx, %dpx) }"
                                .formatted(height, box / 2 - 12, height / 2 + large / 3 - 24))
                .collect(Collectors.joining());
    }

    private void box(Place place, StringBuilder text) {
        int x = (int) columns.left(place) + MARGIN;
        int y = top(place.layer());
        int height = height(place.layer());
        text.append(
                """
                <rect class="box" x="%d" y="%d" width="%d" height="%d" rx="6" fill="#ffffff" stroke="#c9c9c3"/>
                <text class="name h%d" x="%d" y="%d" font-size="15" font-weight="600" fill="#1c1c1a">%s</text>
                """
                        .formatted(
                                x, y, box, height, height, x + 12, y + 24, escaped(place.name())));
        List<String> said = notes.getOrDefault(place.name(), List.of());
        for (int i = 0; i < said.size(); i++) {
            text.append(
                    """
                    <text class="note" x="%d" y="%d" font-size="12" fill="#6b6b66">%s</text>
                    """
                            .formatted(x + 12, y + HEAD + 4 + i * LINE, escaped(said.get(i))));
        }
    }

    /** From a thing, or where lines pass, to the layer below; through a passage straight on. */
    private void lines(Place from, StringBuilder text) {
        int y = top(from.layer()) + height(from.layer());
        for (Place to : layers.below(from)) {
            long x = end(from, layers.below(from), to);
            long end = end(to, layers.above(to), from);
            String path =
                    "M%d %dC%d %d %d %d %d %d"
                            .formatted(x, y, x, y + GAP / 2, end, y + GAP / 2, end, y + GAP);
            text.append(
                    """
                    <path class="line" fill="none" stroke="#9a9a94" stroke-width="1.3" d="%s"%s/>
                    """
                            .formatted(
                                    to.passage() ? path + "v" + height(to.layer()) : path,
                                    to.passage() ? "" : " marker-end=\"url(#tip)\""));
        }
    }

    /**
     * Where a line meets a place: lines of a thing are beside each other as their other ends are.
     */
    private long end(Place place, Collection<Place> others, Place other) {
        List<Place> order =
                others.stream().sorted(Comparator.comparingDouble(columns::middle)).toList();
        double beside = place.passage() ? 0 : order.indexOf(other) - (order.size() - 1) / 2.0;
        return Math.round(columns.middle(place) + MARGIN + beside * BETWEEN_LINES);
    }

    private int top(int layer) {
        return MARGIN + IntStream.range(0, layer).map(above -> height(above) + GAP).sum();
    }

    /** As much as the one with most to say needs. */
    private int height(int layer) {
        return layers.rows().get(layer).stream()
                .filter(place -> !place.passage())
                .mapToInt(place -> notes.getOrDefault(place.name(), List.of()).size())
                .map(lines -> lines == 0 ? HEAD : HEAD + 4 + lines * LINE)
                .max()
                .orElse(HEAD);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
