package dev.cadastre.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param understood how the text was read
 * @param items the best first
 */
public record SearchAnswer(Understood understood, List<SearchHit> items) {

    /** Copies the items. */
    public SearchAnswer {
        items = List.copyOf(items);
    }

    /**
     * How a search text was read; what is null was not in it.
     *
     * @param words what was not understood as anything of these, in order
     * @param reasons why it was read so, as sentences
     */
    public record Understood(
            @JsonProperty("package") @Nullable String packageName,
            @Nullable String host,
            @Nullable String environment,
            List<String> words,
            List<String> reasons) {

        /** Copies the lists. */
        public Understood {
            words = List.copyOf(words);
            reasons = List.copyOf(reasons);
        }
    }
}
