package dev.cadastre.change.file;

import java.util.ArrayList;
import java.util.List;

/**
 * A line divided into words as a shell does, but for all that a shell would do with them: blanks
 * divide, {@code '…'} and {@code "…"} keep blanks, a backslash takes the next character as it is
 * (not in {@code '…'}; in {@code "…"} only before {@code "} and a backslash).
 *
 * @param words in their order
 * @param isComplete whether every quote was closed
 */
public record Words(List<String> words, boolean isComplete) {

    /** Copies what can be changed. */
    public Words {
        words = List.copyOf(words);
    }

    /** Divides one. */
    public static Words of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        boolean escaped = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (escaped) {
                if (quote == '"' && c != '"' && c != '\\') {
                    word.append('\\');
                }
                word.append(c);
                escaped = false;
            } else if (c == '\\' && quote != '\'') {
                escaped = true;
                inWord = true;
            } else if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                inWord = true;
            } else if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return new Words(words, quote == 0 && !escaped);
    }
}
