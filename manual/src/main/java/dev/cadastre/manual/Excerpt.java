package dev.cadastre.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Some of a part's text: of the line that has the most of the words, what is around the first. */
final class Excerpt {

    private static final int LENGTH = 180;
    private static final int BEFORE = 60;
    private static final String MORE = "…";

    private Excerpt() {}

    static List<Found.Piece> of(List<Block> blocks, List<Word> words) {
        String best = "";
        int most = -1;
        for (String line : blocks.stream().flatMap(Excerpt::lines).toList()) {
            int here = count(line, words);
            if (here > most) {
                best = line;
                most = here;
            }
        }
        return marked(window(best, words), words);
    }

    /** A text in pieces. */
    static List<Found.Piece> marked(String text, List<Word> words) {
        List<Found.Piece> pieces = new ArrayList<>();
        Matcher word = Word.matcher(text);
        int done = 0;
        while (word.find()) {
            if (isSought(word.group(), words)) {
                add(pieces, text.substring(done, word.start()), false);
                add(pieces, word.group(), true);
                done = word.end();
            }
        }
        add(pieces, text.substring(done), false);
        return pieces;
    }

    private static void add(List<Found.Piece> pieces, String text, boolean sought) {
        if (!text.isEmpty()) {
            pieces.add(new Found.Piece(text, sought));
        }
    }

    private static boolean isSought(String text, List<Word> words) {
        String small = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> word.likeness(small) != Word.Likeness.NONE);
    }

    private static int count(String line, List<Word> words) {
        List<String> there = Word.in(line);
        return (int)
                words.stream().filter(word -> word.likeness(there) != Word.Likeness.NONE).count();
    }

    private static String window(String line, List<Word> words) {
        if (line.length() <= LENGTH) {
            return line;
        }
        Matcher word = Word.matcher(line);
        int first = 0;
        while (word.find()) {
            if (isSought(word.group(), words)) {
                first = word.start();
                break;
            }
        }
        int from = Math.max(0, Math.min(first - BEFORE, line.length() - LENGTH));
        int begin = from == 0 ? 0 : line.indexOf(' ', from) + 1;
        int last = Math.min(line.length(), begin + LENGTH);
        int end = last == line.length() ? last : Math.max(line.lastIndexOf(' ', last), first);
        return (begin == 0 ? "" : MORE)
                + line.substring(Math.min(begin, first), end <= begin ? last : end)
                + (end == line.length() ? "" : MORE);
    }

    private static Stream<String> lines(Block block) {
        return switch (block) {
            case Block.Code(_, List<String> lines) -> lines.stream().map(String::strip);
            case Block.Table(List<List<String>> rows) ->
                    rows.stream().map(row -> Span.plain(String.join(" · ", row)));
            case Block.Paragraph(String line) -> Stream.of(Span.plain(line));
            case Block.Item item -> Stream.of(Span.plain(item.text()));
            case Block.Heading heading -> Stream.of(Span.plain(heading.text()));
        };
    }
}
