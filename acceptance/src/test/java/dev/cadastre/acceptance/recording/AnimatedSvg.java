package dev.cadastre.acceptance.recording;

import dev.cadastre.acceptance.recording.Film.Part;
import dev.cadastre.acceptance.recording.Film.Scroll;
import dev.cadastre.acceptance.recording.Film.Shown;
import dev.cadastre.acceptance.recording.Film.Typing;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws a recording as a picture that plays by itself, over and over, wherever a browser shows an
 * image: SVG with animations of CSS, no script, and nothing from elsewhere. Each line is in it
 * once, as text. Whoever wants less motion, or has a viewer without CSS, sees one scene at rest.
 */
public final class AnimatedSvg {

    private static final double CELL = 8;
    private static final double LINE = 18;
    private static final double FONT = 13.3;
    private static final double BASELINE = 13;
    private static final double MARGIN = 16;
    private static final double BAR = 36;
    private static final double FOOT = 6;
    private static final double CURSOR_STAYS = 0.25;

    private final Film film;
    private final String still;
    private final StringBuilder body = new StringBuilder();

    /** What happens at a percentage of the whole, by the name of the class that it happens to. */
    private final Map<String, String> motions = new TreeMap<>();

    private AnimatedSvg(Film film, String still) {
        this.film = film;
        this.still = still;
    }

    /**
     * The picture of a recording.
     *
     * @param still the title of the scene that is seen where nothing moves
     */
    public static String draw(Cast cast, String still) {
        return new AnimatedSvg(Film.of(cast), still).draw();
    }

    private double width() {
        return film.columns() * CELL + 2 * MARGIN;
    }

    private double height() {
        return BAR + film.rows() * LINE + MARGIN + FOOT;
    }

    private String draw() {
        film.parts().forEach(this::part);
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %2$s" width="%1$s" height="%2$s" \
        font-family="ui-monospace, 'DejaVu Sans Mono', 'Liberation Mono', Menlo, Consolas, monospace" \
        font-size="%3$s" fill="#d5dae1" role="img" aria-labelledby="title">
        <title id="title">%4$s</title>
        <style>
        .a{animation:%5$ss step-end infinite}
        %6$s
        @keyframes progress{from{transform:scaleX(0)}to{transform:scaleX(1)}}
        .progress{animation:progress %5$ss linear infinite}
        @media (prefers-reduced-motion:reduce){.a,.progress{animation:none}}
        </style>
        <rect width="100%%" height="100%%" rx="8" fill="#12161c"/>
        <path d="M0 %7$s h%1$s" stroke="#2b323c"/>
        <circle cx="20" cy="18" r="5.5" fill="#4a5361"/>\
        <circle cx="38" cy="18" r="5.5" fill="#4a5361"/>\
        <circle cx="56" cy="18" r="5.5" fill="#4a5361"/>
        %8$s\
        <rect class="progress" y="%9$s" width="%1$s" height="3" fill="#5aa9e6"/>
        </svg>
        """
                .formatted(
                        number(width()),
                        number(height()),
                        number(FONT),
                        escape(film.title()),
                        number(film.seconds()),
                        keyframes(),
                        number(BAR),
                        body,
                        number(height() - 3));
    }

    private String keyframes() {
        StringBuilder text = new StringBuilder();
        motions.forEach((name, motion) ->
                text.append(
                        "@keyframes %1$s{%2$s}.%1$s{animation-name:%1$s}\n"
                                .formatted(name, motion)));
        return text.toString().stripTrailing();
    }

    private void part(Part part) {
        String scene = span("s", part.from(), part.until(), "opacity:1", "opacity:0");
        boolean isStill = part.title().equals(still);
        body.append("<g class=\"a %s\" opacity=\"%d\">\n".formatted(scene, isStill ? 1 : 0));
        body.append(
                "<text x=\"%s\" y=\"23\" text-anchor=\"middle\" fill=\"#8d98a7\">%s</text>\n"
                        .formatted(number(width() / 2), escape(part.title())));
        body.append(
                "<svg x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\">\n"
                        .formatted(
                                number(MARGIN),
                                number(BAR + MARGIN / 2),
                                number(film.columns() * CELL),
                                number(film.rows() * LINE)));
        int last = part.scrolled().isEmpty() ? 0 : part.scrolled().getLast().lines();
        body.append(
                "<g%s transform=\"translate(0,%s)\">\n"
                        .formatted(scrolling(part), number(-last * LINE)));
        part.shown().forEach(shown -> line(part, shown));
        body.append("</g></svg></g>\n");
    }

    private String scrolling(Part part) {
        if (part.scrolled().isEmpty()) {
            return "";
        }
        StringBuilder motion = new StringBuilder("0%{transform:translateY(0)}");
        for (Scroll scroll : part.scrolled()) {
            motion.append(
                    "%s{transform:translateY(%spx)}"
                            .formatted(percent(scroll.at()), number(-scroll.lines() * LINE)));
        }
        String name = "v" + key(part.from());
        motions.put(name, motion.toString());
        return " class=\"a %s\"".formatted(name);
    }

    private void line(Part part, Shown shown) {
        boolean stays = shown.until() == part.until();
        String motion =
                stays
                        ? span("l", shown.from(), film.seconds(), "opacity:1", "opacity:0")
                        : span("p", shown.from(), shown.until(), "opacity:1", "opacity:0");
        body.append("<g class=\"a %s\"%s>".formatted(motion, stays ? "" : " opacity=\"0\""));
        shown.runs().forEach(run -> run(shown.row(), run));
        if (shown.typing() != null) {
            typing(shown.row(), shown.typing());
        }
        body.append("</g>\n");
    }

    private void run(int row, Run run) {
        int characters = run.text().codePointCount(0, run.text().length());
        body.append(
                "<text x=\"%s\" y=\"%s\"%s%s>%s</text>"
                        .formatted(
                                number(run.column() * CELL),
                                number(row * LINE + BASELINE),
                                // Whatever font there is, columns are to stand below one another.
                                characters == 1
                                        ? ""
                                        : " textLength=\"%s\"".formatted(number(characters * CELL)),
                                look(run.style()),
                                escape(run.text())));
    }

    private static String look(Style style) {
        String fill =
                switch (style.colour()) {
                    case NONE -> style.bold() ? "#ffffff" : style.dim() ? "#8d98a7" : "";
                    case BLACK -> "#6b7685";
                    case RED -> "#ff8d85";
                    case GREEN -> "#7fd18b";
                    case YELLOW -> "#e8c56d";
                    case BLUE -> "#82b4ff";
                    case MAGENTA -> "#d3a4f5";
                    case CYAN -> "#74cfe0";
                    case WHITE -> "#ffffff";
                };
        return (fill.isEmpty() ? "" : " fill=\"%s\"".formatted(fill))
                + (style.bold() ? " font-weight=\"bold\"" : "");
    }

    /** A cursor before a cover of what is not typed yet, which give way a character at a time. */
    private void typing(int row, Typing typing) {
        String name = "t" + key(typing.from());
        double by = typing.characters() * CELL;
        double far = film.columns() * CELL;
        motions.put(
                name,
                ("0%%{transform:translateX(0)}%s{transform:translateX(0);animation-timing-function:steps(%d)}"
                                + "%s{transform:translateX(%spx)}%s{transform:translateX(%spx)}")
                        .formatted(
                                percent(typing.from()),
                                typing.characters(),
                                percent(typing.until()),
                                number(by),
                                percent(typing.until() + CURSOR_STAYS),
                                number(far)));
        body.append("<g class=\"a %s\" transform=\"translate(%s)\">".formatted(name, number(far)));
        block(row, typing.column(), by, "#12161c");
        block(row, typing.column(), CELL, "#8d98a7");
        body.append("</g>");
    }

    private void block(int row, int column, double width, String fill) {
        body.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                        .formatted(
                                number(column * CELL),
                                number(row * LINE),
                                number(width),
                                number(LINE),
                                fill));
    }

    /** The class of what is so from some time to another, and otherwise not. */
    private String span(String kind, double from, double until, String so, String otherwise) {
        boolean always = until >= film.seconds();
        String name = kind + key(from) + (always ? "" : "-" + key(until));
        motions.put(
                name,
                (from > 0 ? "0%%{%s}".formatted(otherwise) : "")
                        + "%s{%s}".formatted(percent(from), so)
                        + (always ? "" : "%s{%s}".formatted(percent(until), otherwise)));
        return name;
    }

    private static String key(double seconds) {
        return Long.toString(Math.round(seconds * 1000), Character.MAX_RADIX);
    }

    private String percent(double seconds) {
        return number(100 * seconds / film.seconds()) + "%";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceFirst("\\.?0+$", "");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
