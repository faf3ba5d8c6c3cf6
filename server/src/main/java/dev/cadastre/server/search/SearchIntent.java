package dev.cadastre.server.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search text seems to ask for.
 *
 * @param subject the package, or whatever else, that is looked for; null if the text names only
 *     where to look
 * @param host the host to look on; null for any
 * @param environment the environment to look in; null for any
 * @param words what is none of these, in the order of the text
 * @param reasons why the text is read so, one sentence for each thing understood
 */
public record SearchIntent(
        @Nullable String subject,
        @Nullable String host,
        @Nullable String environment,
        List<String> words,
        List<String> reasons) {

    /** What a text without any word asks for. */
    public static final SearchIntent NOTHING =
            new SearchIntent(null, null, null, List.of(), List.of());

    /** Copies the lists. */
    public SearchIntent {
        words = List.copyOf(words);
        reasons = List.copyOf(reasons);
    }
}
