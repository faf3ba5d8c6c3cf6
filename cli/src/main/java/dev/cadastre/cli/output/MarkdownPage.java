package dev.cadastre.cli.output;

import dev.cadastre.cli.text.Printable;
import dev.cadastre.manual.Block;
import dev.cadastre.manual.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lays a text in Markdown out for a terminal: lines no longer than it is wide, items below each
 * other, tables in columns, code as it is. The text may be anybody's.
 */
public final class MarkdownPage {

    private static final int WIDEST = 100;
    private static final int NARROWEST = 30;
    private static final String CODE_INDENT = "    ";
    private static final String TAB = "    ";

    private final int width;
    private final boolean colours;

    /** For a terminal of {@code width} columns. */
    public MarkdownPage(int width, boolean colours) {
        this.width = Math.clamp(width, NARROWEST, WIDEST);
        this.colours = colours;
    }

    /** The page; every line ends with a line feed. */
    public String render(String markdown) {
        List<String> lines = new ArrayList<>();
        Block before = null;
        for (Block block : Blocks.of(markdown.replace("\t", TAB))) {
            if (before != null && !(before instanceof Block.Item && block instanceof Block.Item)) {
                lines.add("");
            }
            lines.addAll(lines(block));
            before = block;
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private List<String> lines(Block block) {
        return switch (block) {
            case Block.Heading heading -> List.of(heading(heading));
            case Block.Paragraph(String text) -> new MarkedLine(text, colours).wrapped(width);
            case Block.Item item -> item(item);
            case Block.Code(_, List<String> code) ->
                    code.stream().map(line -> CODE_INDENT + Printable.escape(line)).toList();
            case Block.Table(List<List<String>> rows) ->
                    new MarkdownTable(rows, colours).lines(width);
        };
    }

    /** Where nothing can be bold, the marks say what is a heading. */
    private String heading(Block.Heading heading) {
        return colours
                ? Mark.HEADING.paint(new MarkedLine(heading.text(), false).bare())
                : "#".repeat(heading.level()) + " " + new MarkedLine(heading.text(), false).bare();
    }

    private List<String> item(Block.Item item) {
        String indent = "  ".repeat(Math.min(item.depth(), 4));
        String mark = indent + item.mark() + " ";
        List<String> text = new MarkedLine(item.text(), colours).wrapped(width - mark.length());
        List<String> lines = new ArrayList<>();
        for (String line : text.isEmpty() ? List.of("") : text) {
            lines.add((lines.isEmpty() ? mark : " ".repeat(mark.length())) + line);
        }
        return lines;
    }
}
