package dev.cadastre.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word that is asked for.
 *
 * @param text in small letters
 * @param unfinished whether it may be the beginning of a longer one
 */
record Word(String text, boolean unfinished) {

    /** How far a word of a text is the one that is asked for. */
    enum Likeness {
        NONE,
        BEGINNING,
        WHOLE
    }

    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_WORDS = 8;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** The words of a question, the last one unfinished. */
    static List<Word> of(String question) {
        String bounded = question.substring(0, Math.min(question.length(), MOST_CHARACTERS));
        List<String> words = in(bounded);
        List<Word> asked = new ArrayList<>();
        for (int i = 0; i < Math.min(words.size(), MOST_WORDS); i++) {
            asked.add(new Word(words.get(i), i == words.size() - 1));
        }
        return asked;
    }

    /** The words of a text in small letters. */
    static List<String> in(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = matcher(text);
        while (word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    /** Finds the words of a text one after the other. */
    static Matcher matcher(String text) {
        return WORD.matcher(text);
    }

    /** Compares with a word in small letters. One thing and several are the same. */
    Likeness likeness(String other) {
        if (other.equals(text) || isPlural(other, text) || isPlural(text, other)) {
            return Likeness.WHOLE;
        }
        return unfinished && other.startsWith(text) ? Likeness.BEGINNING : Likeness.NONE;
    }

    /** How like the most like of these words is. */
    Likeness likeness(List<String> others) {
        Likeness best = Likeness.NONE;
        for (String other : others) {
            Likeness each = likeness(other);
            best = each.compareTo(best) > 0 ? each : best;
        }
        return best;
    }

    private static boolean isPlural(String many, String one) {
        return many.length() == one.length() + 1 && many.endsWith("s") && many.startsWith(one);
    }
}
