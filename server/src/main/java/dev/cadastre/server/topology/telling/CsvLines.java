package dev.cadastre.server.topology.telling;

import java.util.ArrayList;
import java.util.List;

/** Takes CSV (RFC 4180) apart; a line may end in LF alone. Pure. */
final class CsvLines {

    private final String text;
    private final Complaint complaint;
    private final List<Line> lines = new ArrayList<>();
    private int at;
    private int number = 1;

    private CsvLines(String text, Complaint complaint) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.complaint = complaint;
    }

    /**
     * A line that is not empty.
     *
     * @param number where it begins, counted from 1
     */
    record Line(int number, List<String> cells) {}

    /** Takes what is wrong in a line. */
    @FunctionalInterface
    interface Complaint {
        void about(int line, String message);
    }

    static List<Line> of(String text, Complaint complaint) {
        CsvLines csv = new CsvLines(text, complaint);
        while (csv.at < csv.text.length()) {
            csv.line();
        }
        return csv.lines;
    }

    private void line() {
        int begun = number;
        List<String> cells = new ArrayList<>();
        do {
            cells.add(cell());
        } while (skip(','));
        if (at < text.length() && !skip('\n')) {
            complaint.about(number, "Behind a closing quotation mark is more text.");
            while (at < text.length() && text.charAt(at) != '\n') {
                at++;
            }
            skip('\n');
        }
        number++;
        if (cells.size() > 1 || !cells.getFirst().isBlank()) {
            lines.add(new Line(begun, List.copyOf(cells)));
        }
    }

    private boolean skip(char wanted) {
        if (wanted == '\n' && at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        boolean there = at < text.length() && text.charAt(at) == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private String cell() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        int begun = number;
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"') {
                if (at >= text.length() || text.charAt(at) != '"') {
                    return cell.toString();
                }
                at++;
            } else if (next == '\n') {
                number++;
            }
            cell.append(next);
        }
        complaint.about(begun, "A quotation mark is not closed.");
        return cell.toString();
    }
}
