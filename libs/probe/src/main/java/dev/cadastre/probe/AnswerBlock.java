package dev.cadastre.probe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a script that was asked one question printed: a heading {@code @word rest} with
 * the lines of content below it, and what a tool complained of.
 */
record AnswerBlock(String word, String rest, List<String> lines, List<String> complaints) {

    private static final String END = "@end";

    private AnswerBlock(String heading) {
        this(before(heading), after(heading), new ArrayList<>(), new ArrayList<>());
    }

    private static String before(String heading) {
        int space = heading.indexOf(' ');
        return heading.substring(1, space < 0 ? heading.length() : space);
    }

    private static String after(String heading) {
        int space = heading.indexOf(' ');
        return space < 0 ? "" : heading.substring(space + 1);
    }

    /** Null if the text does not begin and end as an answer. Start-up files may speak before. */
    static @Nullable List<AnswerBlock> read(String begin, String text) {
        List<AnswerBlock> blocks = null;
        for (String line : text.split("\n", -1)) {
            if (blocks == null) {
                blocks = line.equals(begin) ? new ArrayList<>() : null;
            } else if (line.equals(END)) {
                return blocks;
            } else if (line.startsWith("@")) {
                blocks.add(new AnswerBlock(line));
            } else if (!blocks.isEmpty()) {
                blocks.get(blocks.size() - 1).take(line);
            }
        }
        return null;
    }

    private void take(String line) {
        if (line.startsWith("|")) {
            lines.add(line.substring(1));
        } else if (line.startsWith("!")) {
            complaints.add(line.substring(1));
        }
    }

    /** The lines below all headings of that word. */
    static List<String> lines(List<AnswerBlock> blocks, String word) {
        return blocks.stream()
                .filter(block -> block.word().equals(word))
                .flatMap(block -> block.lines().stream())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The package managers that were asked. */
    static List<String> managers(List<AnswerBlock> blocks) {
        return blocks.stream()
                .filter(block -> block.word().equals("manager"))
                .map(block -> Cleaned.line(block.rest()))
                .limit(10)
                .toList();
    }
}
