package dev.cadastre.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes a text in Markdown apart: headings, paragraphs, items, tables, and code between fences or
 * behind four spaces. What is anything else is a paragraph. Takes any text, in time that is
 * proportional to it.
 */
public final class Blocks {

    private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.*?) *#*");
    private static final Pattern ITEM = Pattern.compile("( *)([-*+]|\\d{1,9}[.)]) +(.*)");
    private static final Pattern DIVIDER = Pattern.compile("[|: -]+");
    private static final String FENCE = "```";
    private static final String INDENTED = "    ";
    private static final int SPACES_A_LEVEL = 2;

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> lines;
    private int next;

    private Blocks(String text) {
        this.lines = text.lines().toList();
    }

    /** The parts of a text in their order. */
    public static List<Block> of(String text) {
        return new Blocks(text).read();
    }

    private List<Block> read() {
        while (next < lines.size()) {
            String line = lines.get(next);
            if (line.isBlank()) {
                next++;
            } else if (line.stripLeading().startsWith(FENCE)) {
                fenced(line);
            } else if (line.startsWith(INDENTED) && !isItem(line)) {
                indented();
            } else if (line.startsWith("|")) {
                table();
            } else {
                text(line);
            }
        }
        return List.copyOf(blocks);
    }

    private void text(String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            next++;
            blocks.add(new Block.Heading(heading.group(1).length(), heading.group(2)));
            return;
        }
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            next++;
            String text = rest(item.group(3));
            blocks.add(new Block.Item(depth(item), item.group(2), text));
            return;
        }
        next++;
        blocks.add(new Block.Paragraph(picture(rest(line))));
    }

    /** One in two forms, which takes HTML, is a picture like others. */
    private static String picture(String text) {
        return TwoPictures.read(text)
                .map(picture -> "![%s](%s)".formatted(picture.text(), picture.light()))
                .orElse(text);
    }

    private static int depth(Matcher item) {
        return item.group(1).length() / SPACES_A_LEVEL;
    }

    /** A line with those behind it that go on with it. */
    private String rest(String first) {
        var text = new StringBuilder(unquoted(first));
        while (next < lines.size() && goesOn(lines.get(next))) {
            text.append(' ').append(unquoted(lines.get(next)));
            next++;
        }
        return text.toString();
    }

    private static String unquoted(String line) {
        String bare = line.strip();
        return bare.startsWith("> ") ? bare.substring(2) : bare;
    }

    private static boolean goesOn(String line) {
        return !line.isBlank()
                && !line.startsWith("|")
                && !line.stripLeading().startsWith(FENCE)
                && !isItem(line)
                && !HEADING.matcher(line).matches();
    }

    private static boolean isItem(String line) {
        return ITEM.matcher(line).matches();
    }

    private void fenced(String opening) {
        String language = opening.strip().substring(FENCE.length());
        int indent = opening.length() - opening.stripLeading().length();
        List<String> code = new ArrayList<>();
        next++;
        while (next < lines.size() && !lines.get(next).strip().equals(FENCE)) {
            code.add(without(lines.get(next), indent));
            next++;
        }
        next++;
        blocks.add(new Block.Code(language, code));
    }

    private void indented() {
        List<String> code = new ArrayList<>();
        while (next < lines.size() && lines.get(next).startsWith(INDENTED)) {
            code.add(lines.get(next).substring(INDENTED.length()));
            next++;
        }
        blocks.add(new Block.Code("", code));
    }

    private static String without(String line, int indent) {
        return line.isBlank() || !line.substring(0, Math.min(indent, line.length())).isBlank()
                ? line.strip()
                : line.substring(Math.min(indent, line.length()));
    }

    private void table() {
        List<List<String>> rows = new ArrayList<>();
        while (next < lines.size() && lines.get(next).startsWith("|")) {
            if (rows.size() != 1 || !DIVIDER.matcher(lines.get(next)).matches()) {
                rows.add(cells(lines.get(next)));
            }
            next++;
        }
        blocks.add(new Block.Table(rows));
    }

    /** A bar behind a backslash is a part of its cell. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        for (int i = 1; i < line.length(); i++) {
            char each = line.charAt(i);
            if (each == '|') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (each == '\\' && i + 1 < line.length() && line.charAt(i + 1) == '|') {
                cell.append('|');
                i++;
            } else {
                cell.append(each);
            }
        }
        if (!cell.toString().isBlank()) {
            cells.add(cell.toString());
        }
        return cells.stream().map(String::strip).collect(Collectors.toList());
    }
}
