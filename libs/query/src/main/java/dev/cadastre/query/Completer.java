package dev.cadastre.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what is wanted at a caret from the text before it, which therefore may be broken behind
 * it; of that it only looks at the rest of the word.
 */
final class Completer {
    private final Fields fields;
    private final String text;
    private final int caret;
    private final ValueSource source;
    private final List<Token> tokens;

    private Completer(Fields fields, String text, int caret, ValueSource source) {
        this.fields = fields;
        this.text = text;
        this.caret = caret;
        this.source = source;
        this.tokens = QueryLanguage.tokens(text.substring(0, caret));
    }

    static Completion complete(Fields fields, String text, int caret, ValueSource source) {
        int inside = Math.max(0, Math.min(caret, text.length()));
        int at = splitsCharacter(text, inside) ? inside - 1 : inside;
        if (QueryLanguage.isTooLong(text)) {
            return nothing(at);
        }
        return new Completer(fields, withoutForbidden(text), at, source).complete();
    }

    private static boolean splitsCharacter(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    /** With a space for each character that must not be there, so that offsets stay as they are. */
    private static String withoutForbidden(String text) {
        StringBuilder clean = new StringBuilder(text);
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int end = at + Character.charCount(codePoint);
            if (Characters.isForbidden(codePoint)) {
                clean.replace(at, end, " ".repeat(end - at));
            }
            at = end;
        }
        return clean.toString();
    }

    private static Completion nothing(int at) {
        return new Completion(new Wanted.Nothing(), at, at, List.of());
    }

    private Completion complete() {
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        if (last == null || last.end() < caret) {
            return termStart(caret, last);
        }
        Token before = tokens.size() < 2 ? null : tokens.get(tokens.size() - 2);
        if (last instanceof Token.Term term) {
            return term.last().end() == caret ? term(term, before) : nothing(caret);
        }
        boolean word = text.charAt(caret - 1) >= 'A' && text.charAt(caret - 1) <= 'Z';
        return word ? termStart(last.start(), before) : termStart(caret, last);
    }

    private Completion term(Token.Term term, @Nullable Token before) {
        Piece last = term.last();
        if (term.field() != null) {
            Field field = fields.find(term.field().text());
            return field == null ? nothing(caret) : match(field, term);
        }
        if (term.values().size() == 1 && !last.quoted()) {
            return head(last, before);
        }
        return last.quoted() && last.closed()
                ? nothing(caret)
                : new Completion(
                        new Wanted.FreeText(last.text()), last.start(), end(last, true), List.of());
    }

    /** A word that may become a field, with a key or without. */
    private Completion head(Piece word, @Nullable Token before) {
        int dot = word.text().indexOf('.');
        Field field = fields.find(dot < 0 ? word.text() : word.text().substring(0, dot));
        if (field != null && field.keyed() && dot >= 0) {
            return key(field, Piece.word(text, word.start() + dot + 1, caret));
        }
        if (field != null && dot < 0 && !field.keyed() && !field.isNamed()) {
            return operators(field, false);
        }
        return termStart(word.start(), before);
    }

    private Completion match(Field field, Token.Term term) {
        Piece last = term.last();
        boolean fits = field.keyed() == (term.key() != null);
        boolean complete = last.quoted() && last.closed();
        if (!fits || (term.colon() && !field.isNamed())) {
            return nothing(caret);
        }
        if (term.operator() != null) {
            return complete ? nothing(caret) : operand(field, term);
        }
        if (complete) {
            return takesOperator(field, term.colon())
                    ? operators(field, !term.colon())
                    : nothing(caret);
        }
        return term.colon() ? name(field, term) : key(field, last);
    }

    private Completion termStart(int from, @Nullable Token before) {
        String prefix = text.substring(from, caret);
        int to = caret;
        while (from < caret && to < text.length() && isHead(to)) {
            to++;
        }
        List<Candidate> candidates = Candidates.terms(fields, prefix, before, text.substring(to));
        return new Completion(new Wanted.TermStart(prefix), from, to, candidates);
    }

    private boolean isHead(int at) {
        return Characters.isWord(text, at) && text.charAt(at) != ':' && text.charAt(at) != '.';
    }

    private Completion key(Field field, Piece key) {
        Wanted.Value wanted = new Wanted.KeyOf(field, key.text());
        return value(wanted, key, end(key, true), takesOperator(field, false));
    }

    private Completion name(Field field, Token.Term term) {
        Piece last = term.last();
        Wanted.Value wanted = new Wanted.NameOf(field, pattern(term.key()), last.text());
        return value(wanted, last, end(last, false), takesOperator(field, true));
    }

    private Completion operand(Field field, Token.Term term) {
        if (!field.comparisons().exist()) {
            return nothing(caret);
        }
        Piece last = term.last();
        List<Pattern> names = term.values().stream().map(Piece::pattern).toList();
        Wanted.Value wanted = new Wanted.OperandOf(field, pattern(term.key()), names, last.text());
        return value(wanted, last, end(last, false), false);
    }

    private static @Nullable Pattern pattern(@Nullable Piece piece) {
        return piece == null ? null : piece.pattern();
    }

    /** Once the only value stands there already, what may follow it is of more use. */
    private Completion value(Wanted.Value wanted, Piece piece, int to, boolean operatorMayFollow) {
        List<Candidate> candidates = Candidates.values(wanted, source, piece.quoted());
        boolean known = candidates.size() == 1 && candidates.get(0).label().equals(wanted.prefix());
        return known && operatorMayFollow && !piece.quoted() && to == caret
                ? operators(wanted.field(), wanted instanceof Wanted.KeyOf)
                : new Completion(wanted, piece.start(), to, candidates);
    }

    private static boolean takesOperator(Field field, boolean named) {
        Comparisons.Subject subject = field.comparisons().subject();
        return named
                ? subject == Comparisons.Subject.NAMED
                : subject == Comparisons.Subject.VALUE || field.isNamed();
    }

    private Completion operators(Field field, boolean colon) {
        int to = caret;
        while (Characters.isOperator(text, to)) {
            to++;
        }
        List<Candidate> candidates = Candidates.operators(field, colon);
        return new Completion(new Wanted.OperatorOf(field), caret, to, candidates);
    }

    /** Where the piece ends that the caret is in. */
    private int end(Piece piece, boolean toColon) {
        if (piece.quoted()) {
            return quoteEnd();
        }
        int end = caret;
        while (end < text.length()
                && Characters.isWord(text, end)
                && !(toColon && text.charAt(end) == ':')) {
            end++;
        }
        return end;
    }

    /** Behind the next quote if that can be a closing one; behind an opening one stands a value. */
    private int quoteEnd() {
        int end = text.indexOf('"', caret) + 1;
        boolean closing =
                end > 0
                        && (end == text.length()
                                || Characters.isBlank(text.charAt(end))
                                || ":,)".indexOf(text.charAt(end)) >= 0
                                || Characters.isOperator(text, end));
        return closing ? end : caret;
    }
}
