package dev.cadastre.server.web.page.run;

import java.util.List;

/**
 * A difference of a file as it is shown.
 *
 * @param lines the first of them
 * @param omitted how many are left out
 */
public record RunDiff(List<Line> lines, long omitted) {

    private static final int MOST = 400;

    /**
     * A line.
     *
     * @param style the class of it
     */
    public record Line(String style, String text) {}

    /** Of a unified difference, or of the sentence that stands in its place. */
    public static RunDiff of(String text) {
        List<Line> lines =
                text.lines().limit(MOST).map(line -> new Line(style(line), line)).toList();
        return new RunDiff(lines, text.lines().skip(MOST).count());
    }

    private static String style(String line) {
        if (line.startsWith("+++") || line.startsWith("---") || line.startsWith("@@")) {
            return "about";
        }
        if (line.startsWith("+")) {
            return "now";
        }
        return line.startsWith("-") ? "was" : "same";
    }
}
