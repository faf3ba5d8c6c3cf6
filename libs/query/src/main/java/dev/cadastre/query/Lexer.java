package dev.cadastre.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a text apart, whatever it is. */
final class Lexer {
    private final String text;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Lexer(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    static List<Token> tokens(String text, Problems problems) {
        return new Lexer(text, problems).read();
    }

    private List<Token> read() {
        while (skipBlanks()) {
            switch (text.charAt(position)) {
                case '(' -> symbol(Token.Kind.OPEN, position + 1);
                case ')' -> symbol(Token.Kind.CLOSE, position + 1);
                case '-' -> minus();
                default -> word();
            }
        }
        return tokens;
    }

    private boolean skipBlanks() {
        while (position < text.length() && Characters.isBlank(text.charAt(position))) {
            position++;
        }
        return position < text.length();
    }

    private void symbol(Token.Kind kind, int end) {
        tokens.add(new Token.Symbol(kind, position, end));
        position = end;
    }

    private void minus() {
        int next = position + 1;
        if (next < text.length() && Characters.isBlank(text.charAt(next))) {
            problems.add(
                    Code.LONE_MINUS,
                    position,
                    next,
                    "nothing stands right behind the -; write it without a space before what is not"
                            + " wanted, or as \"-\" to search for it",
                    "\"-\"");
            position = next;
        } else {
            symbol(Token.Kind.MINUS, next);
        }
    }

    private void word() {
        int start = position;
        int before = problems.count();
        Piece head = at(start, '"') ? quoted() : word(true);
        Keyword keyword = head.quoted() || continues() ? null : Keyword.of(head.text());
        if (keyword != null) {
            position = start;
            symbol(Token.Kind.of(keyword), head.end());
        } else {
            tokens.add(new TermLexer(start, before).read(head));
        }
    }

    /** Whether what was read is the beginning of a term of several parts. */
    private boolean continues() {
        return at(position, ':')
                || at(position, ',')
                || at(position, '"')
                || Characters.isOperator(text, position);
    }

    /** Reads one term. */
    private final class TermLexer {
        private final int start;
        private final int problemsBefore;
        private final List<Piece> values = new ArrayList<>();
        private @Nullable Piece field;
        private @Nullable Piece key;
        private boolean colon;
        private @Nullable Piece operator;
        private @Nullable Piece operand;

        TermLexer(int start, int problemsBefore) {
            this.start = start;
            this.problemsBefore = problemsBefore;
        }

        Token.Term read(Piece head) {
            Piece quotedKey = quotedKey(head);
            colon = at(position, ':') && !head.quoted();
            boolean compared = Characters.isOperator(text, position) && !head.quoted();
            if (colon || compared || quotedKey != null) {
                field(head, quotedKey);
            } else {
                values.add(head);
                list(true);
            }
            rest();
            boolean broken = problems.count() > problemsBefore;
            return new Token.Term(
                    start, position, field, key, colon, values, operator, operand, broken);
        }

        private @Nullable Piece quotedKey(Piece head) {
            boolean here = !head.quoted() && head.text().endsWith(".") && at(position, '"');
            return here && head.text().indexOf('.') == head.text().length() - 1 ? quoted() : null;
        }

        private void field(Piece head, @Nullable Piece quotedKey) {
            int dot = head.text().indexOf('.');
            if (dot < 0) {
                field = head;
            } else {
                field = Piece.word(text, head.start(), head.start() + dot);
                key = quotedKey == null ? Piece.word(text, field.end() + 1, head.end()) : quotedKey;
            }
            if (colon) {
                position++;
                values.add(value(false));
                list(false);
            }
            if (Characters.isOperator(text, position)) {
                operator = Piece.word(text, position, operatorEnd());
                position = operator.end();
                operand = value(false);
            }
        }

        private void list(boolean freeText) {
            while (at(position, ',')) {
                position++;
                values.add(value(freeText));
            }
        }

        /** What follows directly is no part of the term, and no new one either. */
        private void rest() {
            if (position == text.length()
                    || Characters.isBlank(text.charAt(position))
                    || at(position, ')')) {
                return;
            }
            int end = restEnd();
            if (at(position, ',')) {
                problems.add(
                        Code.LIST_COMPARED,
                        position,
                        end,
                        "a comparison takes one value; join two comparisons by OR, or put a value"
                                + " with a comma in quotes");
            } else if (at(position, ':') || Characters.isOperator(text, position)) {
                secondOperator(end);
            } else {
                problems.add(
                        Code.NO_SPACE,
                        position,
                        end,
                        "this stands right behind a term; put a space between, or all of one value"
                                + " in quotes");
            }
            position = at(position, '(') ? position : end;
        }

        private void secondOperator(int end) {
            if (field == null) {
                problems.add(
                        Code.NO_FIELD,
                        position,
                        end,
                        "no field stands before this; put text that contains : < > or = in quotes");
            } else {
                problems.add(
                        Code.SECOND_OPERATOR,
                        position,
                        end,
                        "a term takes one comparison; write the field again for the next one, or put"
                                + " the value in quotes");
            }
        }

        private int restEnd() {
            int before = position;
            int end = position;
            while (end < text.length()
                    && !Characters.isBlank(text.charAt(end))
                    && text.charAt(end) != ')'
                    && text.charAt(end) != '(') {
                end = at(end, '"') ? closingQuote(end) : end + 1;
            }
            return Math.max(end, before + 1);
        }
    }

    private int operatorEnd() {
        int end = position;
        while (Characters.isOperator(text, end)) {
            end++;
        }
        return end;
    }

    private Piece value(boolean freeText) {
        return at(position, '"') ? quoted() : word(freeText);
    }

    private Piece word(boolean toColon) {
        int start = position;
        while (position < text.length()
                && Characters.isWord(text, position)
                && !(toColon && at(position, ':'))) {
            position++;
        }
        return Piece.word(text, start, position);
    }

    private Piece quoted() {
        int start = position++;
        StringBuilder content = new StringBuilder();
        while (position < text.length() && text.charAt(position) != '"') {
            if (text.charAt(position) == '\\') {
                escape();
            }
            if (position < text.length()) {
                content.append(text.charAt(position++));
            }
        }
        boolean closed = position < text.length();
        if (closed) {
            position++;
        } else {
            problems.add(
                    Code.OPEN_QUOTE, start, start + 1, "this quote does not end; close it by \"");
        }
        return new Piece(start, position, content.toString(), true, closed);
    }

    /** Steps over the backslash, so that the character behind it is taken as it is. */
    private void escape() {
        int next = position + 1;
        if (next < text.length() && (at(next, '"') || at(next, '\\'))) {
            position = next;
        } else if (next < text.length()) {
            problems.add(
                    Code.BAD_ESCAPE,
                    position,
                    next,
                    "a \\ stands before \" or another \\ only; write \\\\ for itself",
                    "\\\\");
        }
    }

    private int closingQuote(int opening) {
        int end = opening + 1;
        while (end < text.length() && !at(end, '"')) {
            end += at(end, '\\') ? 2 : 1;
        }
        return Math.min(end + 1, text.length());
    }

    private boolean at(int offset, char c) {
        return offset < text.length() && text.charAt(offset) == c;
    }
}
