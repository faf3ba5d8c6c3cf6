package dev.cadastre.server.alerting.message;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of what people read.
 *
 * @param heading empty for none
 * @param lines at least one
 */
record Paragraph(String heading, List<String> lines) {

    Paragraph {
        lines = List.copyOf(lines);
    }

    static String text(List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .map(Paragraph::text)
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String text() {
        return heading.isEmpty()
                ? String.join("\n", lines)
                : heading + "\n  " + String.join("\n  ", lines);
    }

    static String html(String title, List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .map(Paragraph::html)
                .collect(
                        Collectors.joining(
                                "\n",
                                """
                                <!DOCTYPE html>
                                <html lang="en"><head><meta charset="utf-8"><title>%s</title></head>
                                <body style="font-family: sans-serif">
                                """
                                        .formatted(escaped(title)),
                                "\n</body></html>\n"));
    }

    private String html() {
        String head = heading.isEmpty() ? "" : "<b>%s</b><br>\n".formatted(escaped(heading));
        return lines.stream()
                .map(line -> isLink() ? link(escaped(line)) : escaped(line))
                .collect(Collectors.joining("<br>\n", "<p>" + head, "</p>"));
    }

    /** Nothing but the address of the incident's page stands alone and begins so. */
    private boolean isLink() {
        return heading.isEmpty() && lines.size() == 1 && lines.getFirst().matches("https?://.*");
    }

    private static String link(String text) {
        return "<a href=\"%s\">%s</a>".formatted(text, text);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
