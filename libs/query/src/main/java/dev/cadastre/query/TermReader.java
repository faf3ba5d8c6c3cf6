package dev.cadastre.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Understands terms by means of the fields; notes what does not fit and goes on. */
final class TermReader {
    private static final int MOST_LISTED = 12;

    private final String text;
    private final Fields fields;
    private final Problems problems;
    private final ComparisonReader comparisonReader;

    TermReader(String text, Fields fields, Problems problems) {
        this.text = text;
        this.fields = fields;
        this.problems = problems;
        this.comparisonReader = new ComparisonReader(text, problems);
    }

    Query read(Token.Term term) {
        int before = problems.count();
        if (term.field() == null) {
            return freeText(term, before);
        }
        Field field = field(term.field(), term);
        if (field == null || term.broken()) {
            return Query.everything();
        }
        key(field, term);
        names(field, term);
        if (!term.colon() && term.operator() == null) {
            noValue(term.start(), term.end());
        }
        Comparison comparison = comparisonReader.read(field, term);
        if (problems.count() > before) {
            return Query.everything();
        }
        return new Query.Match(
                field,
                term.key() == null ? null : term.key().pattern(),
                term.values().stream().map(Piece::pattern).toList(),
                comparison,
                Place.of(text, term.start(), term.end()));
    }

    private Query freeText(Token.Term term, int before) {
        if (term.broken()) {
            return Query.everything();
        }
        for (Piece word : term.values()) {
            if (word.text().isEmpty()) {
                noValue(term, word);
            }
        }
        Piece first = term.values().get(0);
        boolean single = term.values().size() == 1 && !first.quoted();
        if (single && Keyword.isLike(first.text())) {
            keywordCase(first);
        }
        List<Pattern> words = term.values().stream().map(Piece::pattern).toList();
        boolean everything = words.size() == 1 && words.get(0).equals(Pattern.ANYTHING);
        return everything || problems.count() > before
                ? Query.everything()
                : new Query.FreeText(words, Place.of(text, term.start(), term.end()));
    }

    private void keywordCase(Piece word) {
        String keyword = word.text().toUpperCase(Locale.ROOT);
        problems.add(
                Code.KEYWORD_CASE,
                word.start(),
                word.end(),
                "write %s to join terms, or \"%s\" to search for the word"
                        .formatted(keyword, word.text()),
                keyword);
    }

    private @Nullable Field field(Piece name, Token.Term term) {
        if (name.isMissing()) {
            int end = term.key() == null ? name.end() + 1 : term.key().end() + 1;
            problems.add(
                    Code.NO_FIELD,
                    name.start(),
                    Math.min(end, term.end()),
                    "no field stands before this; write one without a space between, or put the text"
                            + " in quotes");
            return null;
        }
        Field field = fields.find(name.text());
        if (field == null) {
            unknownField(name);
        }
        return field;
    }

    private void unknownField(Piece name) {
        String meant = Spelling.closest(name.text(), fields.names());
        problems.add(
                Code.UNKNOWN_FIELD,
                name.start(),
                name.end(),
                "no field is called "
                        + Quoting.shown(name.text())
                        + (meant == null
                                ? "; put the text in quotes to search for it"
                                : "; did you mean " + meant + "?"),
                meant);
    }

    private void key(Field field, Token.Term term) {
        Piece key = term.key();
        Piece name = term.field();
        if (name == null) {
            return;
        }
        if (!field.keyed() && key != null) {
            problems.add(
                    Code.KEY_NOT_TAKEN,
                    name.end(),
                    key.end(),
                    field.name() + " takes no key; leave out the dot and what follows it",
                    "");
        } else if (field.keyed() && (key == null || key.text().isEmpty())) {
            problems.add(
                    Code.NO_KEY,
                    name.start(),
                    key == null ? name.end() : key.end(),
                    "%s needs a key behind a dot%s".formatted(field.name(), field.forInstance()));
        }
    }

    private void names(Field field, Token.Term term) {
        boolean named = term.colon();
        Comparisons.Subject subject = field.comparisons().subject();
        if (named && !field.isNamed()) {
            noNames(field, term);
        } else if (named && term.operator() != null && subject == Comparisons.Subject.VALUE) {
            problems.add(
                    Code.NAME_NOT_TAKEN,
                    term.start(),
                    term.end(),
                    "%s takes either values behind a colon or a comparison; write it twice to ask for"
                                    .formatted(field.name())
                            + " both");
        } else if (!named && term.operator() != null && subject == Comparisons.Subject.NAMED) {
            noName(field, term);
        } else {
            term.values().forEach(value -> value(field, term, value));
        }
    }

    private void noNames(Field field, Token.Term term) {
        problems.add(
                Code.NAME_NOT_TAKEN,
                term.start(),
                term.end(),
                "%s takes a comparison and no values behind a colon%s"
                        .formatted(field.name(), field.forInstance()));
    }

    private void noName(Field field, Token.Term term) {
        problems.add(
                Code.NO_NAME,
                term.start(),
                term.end(),
                "say behind a colon what %s is to be compared%s"
                        .formatted(field.name(), field.forInstance()));
    }

    private void value(Field field, Token.Term term, Piece value) {
        if (value.isMissing()) {
            noValue(term, value);
        } else if (field.names() instanceof Names.Closed closed
                && !closed.allows(value.pattern())) {
            unknownValue(field, closed, value);
        }
    }

    /** The place is the comma or the field before the gap, which has no length of its own. */
    private void noValue(Token.Term term, Piece value) {
        boolean first = value.equals(term.values().get(0));
        int start = first ? term.start() : value.start() - 1;
        int end = first && term.field() == null ? Math.max(value.end(), start + 1) : value.end();
        noValue(start, end);
    }

    private void noValue(int start, int end) {
        problems.add(
                Code.NO_VALUE,
                start,
                end,
                "a value is missing here; write one without a space between");
    }

    private void unknownValue(Field field, Names.Closed closed, Piece value) {
        String meant = Spelling.closest(value.text(), closed.words());
        problems.add(
                Code.UNKNOWN_VALUE,
                value.start(),
                value.end(),
                "%s is never %s; %s"
                        .formatted(
                                field.name(),
                                Quoting.shown(value.text()),
                                meant == null
                                        ? "it is one of " + listed(closed.words())
                                        : "did you mean " + meant + "?"),
                meant);
    }

    private static String listed(List<String> words) {
        return words.stream().limit(MOST_LISTED).collect(Collectors.joining(", "))
                + (words.size() > MOST_LISTED ? " …" : "");
    }
}
