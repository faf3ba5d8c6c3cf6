package dev.cadastre.server.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param intent how the text was read
 * @param hits the best first
 */
public record SearchResult(SearchIntent intent, List<SearchHit> hits) {

    /** Copies the hits. */
    public SearchResult {
        hits = List.copyOf(hits);
    }
}
