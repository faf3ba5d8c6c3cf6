package dev.cadastre.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree from tokens. What cannot be understood is noted and taken for everything, so that
 * the rest is looked at too; the tree is of no use then.
 */
final class Parser {
    private static final int DEEPEST = QueryLanguage.DEEPEST;
    private static final int MOST_TERMS = QueryLanguage.MOST_TERMS;

    private final List<Token> tokens;
    private final Problems problems;
    private final TermReader termReader;
    private int position;
    private int terms;
    private boolean stopped;

    private Parser(List<Token> tokens, Problems problems, TermReader termReader) {
        this.tokens = tokens;
        this.problems = problems;
        this.termReader = termReader;
    }

    static Query query(String text, Fields fields, Problems problems) {
        List<Token> tokens = Lexer.tokens(text, problems);
        return new Parser(tokens, problems, new TermReader(text, fields, problems)).read();
    }

    private Query read() {
        if (tokens.isEmpty()) {
            return Query.everything();
        }
        Query query = anyOf(0);
        while (next() != null) {
            Token stray = take();
            problems.add(
                    Code.STRAY_PARENTHESIS,
                    stray.start(),
                    stray.end(),
                    "no parenthesis is open that this could close; leave it out",
                    "");
            if (takes(Token.Kind.AND) || takes(Token.Kind.OR) || startsNegation()) {
                anyOf(0);
            }
        }
        return query;
    }

    private Query anyOf(int depth) {
        List<Query> parts = new ArrayList<>();
        parts.add(allOf(depth));
        while (takes(Token.Kind.OR)) {
            parts.add(allOf(depth));
        }
        return Query.anyOf(parts);
    }

    private Query allOf(int depth) {
        List<Query> parts = new ArrayList<>();
        parts.add(negation(depth));
        while (takes(Token.Kind.AND) || startsNegation()) {
            parts.add(negation(depth));
        }
        return Query.allOf(parts);
    }

    private Query negation(int depth) {
        if (next() instanceof Token.Term term) {
            position++;
            return term(term);
        }
        if (!startsNegation()) {
            noTerm();
            return Query.everything();
        }
        Token.Symbol symbol = (Token.Symbol) take();
        if (depth == DEEPEST) {
            stop(Code.TOO_DEEP, symbol, "a query nests at most " + DEEPEST + " deep");
            return Query.everything();
        }
        return symbol.is(Token.Kind.OPEN)
                ? group(symbol, depth)
                : new Query.Not(negation(depth + 1));
    }

    private Query group(Token open, int depth) {
        Query query = anyOf(depth + 1);
        if (!takes(Token.Kind.CLOSE) && !stopped) {
            problems.add(
                    Code.OPEN_PARENTHESIS,
                    open.start(),
                    open.end(),
                    "this parenthesis is not closed; write ) where it ends");
        }
        return query;
    }

    private Query term(Token.Term term) {
        if (++terms > MOST_TERMS) {
            stop(Code.TOO_MANY_TERMS, term, "a query has at most " + MOST_TERMS + " terms");
            return Query.everything();
        }
        return termReader.read(term);
    }

    private void stop(Code code, Token token, String limit) {
        String remedy = limit + "; divide it into several";
        problems.add(code, token.start(), token.end(), remedy);
        stopped = true;
        position = tokens.size();
    }

    private void noTerm() {
        Token next = next();
        Token.Symbol before =
                position > 0 && tokens.get(position - 1) instanceof Token.Symbol symbol
                        ? symbol
                        : null;
        if (stopped) {
            return;
        }
        boolean closed = next instanceof Token.Symbol symbol && symbol.is(Token.Kind.CLOSE);
        if (before != null && !before.is(Token.Kind.OPEN)) {
            noTerm(before, "nothing stands behind this; write a term there, or leave it out");
        } else if (before != null && closed) {
            noTerm(before, "nothing stands in these parentheses; leave them out");
        } else if (next != null && !closed) {
            noTerm(next, "nothing stands before this; write a term there, or leave it out");
        }
        // What is left, a parenthesis that has no partner, is reported as that.
    }

    private void noTerm(Token at, String message) {
        problems.add(Code.NO_TERM, at.start(), at.end(), message);
    }

    private boolean startsNegation() {
        return next() instanceof Token.Term
                || (next() instanceof Token.Symbol symbol
                        && (symbol.is(Token.Kind.OPEN)
                                || symbol.is(Token.Kind.MINUS)
                                || symbol.is(Token.Kind.NOT)));
    }

    private boolean takes(Token.Kind kind) {
        boolean here = next() instanceof Token.Symbol symbol && symbol.is(kind);
        position += here ? 1 : 0;
        return here;
    }

    private @Nullable Token next() {
        return position < tokens.size() ? tokens.get(position) : null;
    }

    private Token take() {
        return tokens.get(position++);
    }
}
