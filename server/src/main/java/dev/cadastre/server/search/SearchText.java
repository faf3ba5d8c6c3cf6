package dev.cadastre.server.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Understands what people type: {@code openssl on web1 in qa}, {@code web1 openssl}, {@code
 * qa:openssl}, {@code openssl@web1}. {@code on} and {@code in} are believed whatever follows them;
 * without them, known names of environments and hosts are recognised, and the first word that is
 * neither is the subject.
 */
public final class SearchText {

    /** What follows further words of a text is not read. */
    static final int WORD_LIMIT = 16;

    private final KnownNames known;
    private final List<String> words;
    private final List<String> reasons = new ArrayList<>();
    private @Nullable String environment;
    private @Nullable String host;

    private SearchText(List<String> words, KnownNames known) {
        this.words = new ArrayList<>(words);
        this.known = known;
    }

    /** What {@code text} asks for; every text asks for something, if only for nothing. */
    public static SearchIntent parse(String text, KnownNames known) {
        return new SearchText(split(text), known).understand();
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.strip().split("[\\s\\p{Cntrl},]+"))
                .filter(word -> !word.isEmpty())
                .limit(WORD_LIMIT)
                .toList();
    }

    private SearchIntent understand() {
        takePrepositions();
        takeJoined();
        takeKnown();
        String subject = words.isEmpty() ? null : words.removeFirst();
        if (subject != null) {
            reasons.add("\"" + subject + "\" is what to look for.");
        }
        return new SearchIntent(subject, host, environment, words, reasons);
    }

    /** {@code on HOST} and {@code in ENVIRONMENT}; where the name fits only the other, that. */
    private void takePrepositions() {
        for (int index = 0; index + 1 < words.size(); ) {
            if (!takePreposition(words.get(index).toLowerCase(Locale.ROOT), index)) {
                index++;
            }
        }
    }

    private boolean takePreposition(String preposition, int index) {
        String name = words.get(index + 1);
        boolean place =
                switch (preposition) {
                    case "on" ->
                            onlyEnvironment(name) ? recogniseEnvironment(name) : believeHost(name);
                    case "in" -> onlyHost(name) ? recogniseHost(name) : believeEnvironment(name);
                    default -> false;
                };
        if (place) {
            words.subList(index, index + 2).clear();
        }
        return place;
    }

    private boolean onlyEnvironment(String name) {
        return known.environment(name).isPresent() && known.host(name).isEmpty();
    }

    private boolean onlyHost(String name) {
        return known.host(name).isPresent() && known.environment(name).isEmpty();
    }

    /** {@code qa:openssl}, {@code web1:openssl} and {@code openssl@web1}. */
    private void takeJoined() {
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index);
            int colon = word.indexOf(':');
            int at = word.lastIndexOf('@');
            if (colon > 0 && colon < word.length() - 1) {
                split(index, word.substring(0, colon), word.substring(colon + 1));
            } else if (at > 0 && at < word.length() - 1) {
                split(index, word.substring(at + 1), word.substring(0, at));
            }
        }
    }

    private void split(int index, String place, String rest) {
        if (recogniseEnvironment(place) || recogniseHost(place)) {
            words.set(index, rest);
        }
    }

    private void takeKnown() {
        takeFirst(this::recogniseEnvironment);
        takeFirst(this::recogniseHost);
    }

    private void takeFirst(Predicate<String> recognised) {
        words.stream().filter(recognised).findFirst().ifPresent(words::remove);
    }

    private boolean recogniseEnvironment(String name) {
        return environment == null
                && known.environment(name)
                        .filter(real -> environment(real, "there is such an environment"))
                        .isPresent();
    }

    private boolean recogniseHost(String name) {
        return host == null
                && known.host(name).filter(real -> host(real, "there is such a host")).isPresent();
    }

    private boolean believeEnvironment(String name) {
        return environment == null
                && environment(known.environment(name).orElse(name), "\"in\" stands before it");
    }

    private boolean believeHost(String name) {
        return host == null && host(known.host(name).orElse(name), "\"on\" stands before it");
    }

    private boolean environment(String name, String why) {
        environment = name;
        reasons.add("\"%s\" is an environment, because %s.".formatted(name, why));
        return true;
    }

    private boolean host(String name, String why) {
        host = name;
        reasons.add("\"%s\" is a host, because %s.".formatted(name, why));
        return true;
    }
}
