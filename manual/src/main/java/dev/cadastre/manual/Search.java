package dev.cadastre.manual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds parts of pages by their words. A word counts most in the heading, then in code, then in
 * text; what only the page's title has counts for the page's first part alone.
 */
final class Search {

    private static final int MOST_PAGES = 20;
    private static final int MOST_PARTS_OF_A_PAGE = 4;

    private static final double HEADING = 12;
    private static final double TITLE = 4;
    private static final double CODE = 4;
    private static final double TEXT = 2;
    private static final double IN_A_ROW = 3;

    /** A heading that says this and nothing else. */
    private static final double NOTHING_ELSE = 3;

    /** Chapters explain, formats state, all else was written for another purpose. */
    private static final double OF_A_FORMAT = 0.8;

    private static final double OF_ANOTHER_DOCUMENT = 0.5;

    private final List<Word> words;

    private Search(List<Word> words) {
        this.words = words;
    }

    private record Rated<T>(T what, double worth) {
        static <T> Comparator<Rated<T>> bestFirst() {
            return Comparator.comparingDouble((Rated<T> rated) -> rated.worth()).reversed();
        }
    }

    static List<Found> in(Collection<Page> pages, String question) {
        List<Word> words = Word.of(question);
        if (words.isEmpty()) {
            return List.of();
        }
        var search = new Search(words);
        return pages.stream()
                .flatMap(search::found)
                .sorted(Rated.bestFirst())
                .limit(MOST_PAGES)
                .map(Rated::what)
                .toList();
    }

    private Stream<Rated<Found>> found(Page page) {
        List<String> title = Word.in(page.title());
        List<Rated<Page.Section>> parts = new ArrayList<>();
        for (Page.Section section : page.sections()) {
            double worth = worth(section, title, parts.isEmpty() && section.level() == 1);
            if (worth > 0) {
                parts.add(new Rated<>(section, worth));
            }
        }
        parts.sort(Rated.bestFirst());
        if (parts.isEmpty()) {
            return Stream.empty();
        }
        List<Found.Part> shown =
                parts.stream().limit(MOST_PARTS_OF_A_PAGE).map(part -> part(part.what())).toList();
        return Stream.of(
                new Rated<>(new Found(page, shown), parts.getFirst().worth() * weight(page)));
    }

    private static double weight(Page page) {
        if (page.isChapter()) {
            return 1;
        }
        return page.name().startsWith("formats/") ? OF_A_FORMAT : OF_ANOTHER_DOCUMENT;
    }

    private Found.Part part(Page.Section section) {
        return new Found.Part(
                section.anchor(),
                Excerpt.marked(section.heading(), words),
                Excerpt.of(section.blocks(), words));
    }

    /** Nothing if a word is missing. */
    private double worth(Page.Section section, List<String> title, boolean first) {
        List<String> heading = Word.in(section.heading());
        List<String> code = new ArrayList<>();
        List<String> text = new ArrayList<>();
        section.blocks().forEach(block -> divide(block, code, text));
        double worth = 0;
        double own = 0;
        for (Word word : words) {
            double here =
                    Math.max(
                            worth(word, heading, HEADING),
                            Math.max(worth(word, code, CODE), worth(word, text, TEXT)));
            double best = Math.max(here, worth(word, title, TITLE));
            if (best == 0) {
                return 0;
            }
            worth += best;
            own += here;
        }
        if (own == 0 && !first) {
            return 0;
        }
        boolean inARow = inARow(heading) || inARow(code) || inARow(text);
        boolean nothingElse = heading.size() == words.size() && inARow(heading);
        return worth
                + (words.size() > 1 && inARow ? IN_A_ROW : 0)
                + (nothingElse ? NOTHING_ELSE : 0);
    }

    private static double worth(Word word, List<String> place, double whole) {
        return switch (word.likeness(place)) {
            case NONE -> 0;
            case BEGINNING -> whole / 2;
            case WHOLE -> whole;
        };
    }

    private boolean inARow(List<String> place) {
        for (int start = 0; start + words.size() <= place.size(); start++) {
            int same = 0;
            while (same < words.size()
                    && words.get(same).likeness(place.get(start + same)) != Word.Likeness.NONE) {
                same++;
            }
            if (same == words.size()) {
                return true;
            }
        }
        return false;
    }

    private static void divide(Block block, List<String> code, List<String> text) {
        switch (block) {
            case Block.Code(_, List<String> lines) ->
                    lines.forEach(line -> code.addAll(Word.in(line)));
            case Block.Table(List<List<String>> rows) ->
                    rows.forEach(row -> row.forEach(cell -> spans(cell, code, text)));
            case Block.Paragraph(String line) -> spans(line, code, text);
            case Block.Item item -> spans(item.text(), code, text);
            case Block.Heading heading -> spans(heading.text(), code, text);
        }
    }

    private static void spans(String line, List<String> code, List<String> text) {
        for (Span span : Span.of(line)) {
            (span.kind() == Span.Kind.CODE ? code : text).addAll(Word.in(span.text()));
        }
    }
}
