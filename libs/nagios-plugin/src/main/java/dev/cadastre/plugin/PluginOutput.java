package dev.cadastre.plugin;

/**
 * What a plug-in printed, divided as the guidelines say: text up to the first {@code |}, then
 * performance data to the end of that line; more lines of text up to a second {@code |}, then
 * performance data to the end.
 *
 * @param text the first line, without performance data
 * @param longText the lines after it, without performance data
 * @param perfdata of all places
 */
public record PluginOutput(String text, String longText, Perfdata perfdata) {

    /** Divides an output; control characters become U+FFFD, CRLF a line end. */
    public static PluginOutput parse(String output) {
        return parse(output, false);
    }

    /**
     * Divides an output.
     *
     * @param cut whether there was more; a metric that the end may have halved is left out then
     */
    public static PluginOutput parse(String output, boolean cut) {
        String clean = CleanText.of(output);
        int lineEnd = end(clean, clean.indexOf('\n'));
        String first = clean.substring(0, lineEnd);
        String rest = clean.substring(Math.min(lineEnd + 1, clean.length()));
        int firstBar = end(first, first.indexOf('|'));
        int restBar = end(rest, rest.indexOf('|'));
        String between = lineEnd < clean.length() ? "\n" : "";
        String perfdata = after(first, firstBar) + between + after(rest, restBar);
        boolean halved =
                cut && (rest.isEmpty() ? firstBar < first.length() : restBar < rest.length());
        return new PluginOutput(
                first.substring(0, firstBar).strip(),
                rest.substring(0, restBar).stripTrailing(),
                halved ? withoutLast(perfdata) : Perfdata.parse(perfdata));
    }

    private static int end(String text, int found) {
        return found < 0 ? text.length() : found;
    }

    private static String after(String text, int bar) {
        return text.substring(Math.min(bar + 1, text.length()));
    }

    private static Perfdata withoutLast(String text) {
        int at = text.length();
        while (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return Perfdata.parse(text.substring(0, at));
    }
}
