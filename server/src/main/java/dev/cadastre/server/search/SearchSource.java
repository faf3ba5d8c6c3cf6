package dev.cadastre.server.search;

import dev.cadastre.server.access.Reach;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that a part can find. Implemented by the parts that own what is found. */
public interface SearchSource {

    /**
     * What fits, the best first.
     *
     * @param intent what is looked for; without a subject, the places themselves
     * @param reach where the reader may look
     * @param limit the most hits to return
     */
    List<SearchHit> find(SearchIntent intent, Reach reach, int limit);

    /** The environments within reach. */
    default Set<String> environments(Reach reach) {
        return Set.of();
    }

    /** The host of that name within reach, letter case apart, as it is really written. */
    default Optional<String> host(String name, Reach reach) {
        return Optional.empty();
    }
}
