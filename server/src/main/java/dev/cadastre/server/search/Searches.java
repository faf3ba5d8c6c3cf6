package dev.cadastre.server.search;

import dev.cadastre.server.access.Reach;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Answers the search box. Thread-safe. */
@Service
public class Searches {

    private static final Comparator<SearchHit> BEST_FIRST =
            Comparator.comparing(SearchHit::rank).thenComparing(SearchHit::kind);

    private final ObjectProvider<SearchSource> sources;

    Searches(ObjectProvider<SearchSource> sources) {
        this.sources = sources;
    }

    /**
     * What {@code text} asks for and what fits it.
     *
     * @param reach where the reader may look; names outside of it are not recognised either
     * @param limit the most hits to return
     */
    public SearchResult find(String text, Reach reach, int limit) {
        SearchIntent intent = SearchText.parse(text, names(reach));
        List<SearchHit> hits =
                sources.orderedStream()
                        .flatMap(source -> source.find(intent, reach, limit).stream())
                        .sorted(BEST_FIRST)
                        .limit(limit)
                        .toList();
        return new SearchResult(intent, hits);
    }

    /** What all sources know; the environments, which are few, are asked for once. */
    private KnownNames names(Reach reach) {
        Map<String, String> environments = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sources.forEach(source ->
                source.environments(reach).forEach(name -> environments.putIfAbsent(name, name)));
        return new KnownNames() {
            @Override
            public Optional<String> environment(String name) {
                return Optional.ofNullable(environments.get(name));
            }

            @Override
            public Optional<String> host(String name) {
                return sources.stream()
                        .flatMap(source -> source.host(name, reach).stream())
                        .findFirst();
            }
        };
    }
}
