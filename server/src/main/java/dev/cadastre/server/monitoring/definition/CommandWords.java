package dev.cadastre.server.monitoring.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * Divides a line into a program and its arguments, as a shell does: at spaces, which quotes of both
 * kinds and backslashes keep together. Nothing else means anything, for no shell ever sees it.
 */
@NamedInterface("definition")
public final class CommandWords {

    private static final char NONE = 0;

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote = NONE;
    private boolean escaped;

    private CommandWords() {}

    /** The words; empty if a quote or a backslash is left open. */
    public static Optional<List<String>> of(String line) {
        CommandWords reading = new CommandWords();
        line.chars().forEach(c -> reading.read((char) c));
        if (reading.quote != NONE || reading.escaped) {
            return Optional.empty();
        }
        reading.end();
        return Optional.of(List.copyOf(reading.words));
    }

    private void read(char c) {
        if (escaped) {
            escaped = false;
            add(c);
        } else if (c == '\\' && quote != '\'') {
            escaped = true;
            inWord = true;
        } else if (quote != NONE) {
            inQuotes(c);
        } else if (c == '\'' || c == '"') {
            quote = c;
            inWord = true;
        } else if (Character.isWhitespace(c)) {
            end();
        } else {
            add(c);
        }
    }

    private void inQuotes(char c) {
        if (c == quote) {
            quote = NONE;
        } else {
            add(c);
        }
    }

    private void add(char c) {
        word.append(c);
        inWord = true;
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
