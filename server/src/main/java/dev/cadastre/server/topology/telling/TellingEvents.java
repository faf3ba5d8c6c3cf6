package dev.cadastre.server.topology.telling;

import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.MapJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what was said into the timeline and the audit list. In a turn. */
@Component
class TellingEvents {

    private static final int MOST_WORDS = 5;

    private final Timeline timeline;
    private final MapKnowledge known;

    TellingEvents(Timeline timeline, MapKnowledge known) {
        this.timeline = timeline;
        this.known = known;
    }

    /** Tells it of an asset. */
    void tell(
            AssetName asset,
            @Nullable String environment,
            String kind,
            String summary,
            Map<String, ?> detail,
            @Nullable String run) {
        timeline.append(
                new NewEvent(
                        asset.toString(),
                        Objects.requireNonNullElse(environment, Environment.UNASSIGNED),
                        kind,
                        summary,
                        MapJson.write(detail),
                        known.actor(),
                        run));
    }

    /** Tells what was written of assets and relations, as far as it is new. */
    void tell(MapTelling.Written written, List<StatementChecks.Between> relations, String by) {
        for (AssetName name : written.changed()) {
            AssetEntry entry = written.entry(name);
            boolean created = written.created().contains(name);
            tell(
                    name,
                    entry.environment(),
                    "asset.told",
                    name + (created ? " was put on the map by " : " was told of by ") + by,
                    Map.of("by", by),
                    null);
            known.audit("asset.tell", name.toString(), entry.environment());
        }
        if (written.relationsChanged()) {
            relations(written, relations, by);
        }
    }

    private void relations(
            MapTelling.Written written, List<StatementChecks.Between> relations, String by) {
        relations.stream()
                .map(StatementChecks.Between::source)
                .distinct()
                .forEach(source -> {
                    List<String> edges =
                            relations.stream()
                                    .filter(one -> one.source().equals(source))
                                    .map(one -> words(one.type()) + " " + one.target())
                                    .toList();
                    AssetEntry entry = written.entry(source);
                    tell(
                            source,
                            entry.environment(),
                            "relation.told",
                            "%s %s, said %s".formatted(source, some(edges), by),
                            Map.of("by", by, "relations", edges),
                            null);
                    known.audit("relation.tell", source.toString(), entry.environment());
                });
    }

    static String some(List<String> words) {
        return words.size() <= MOST_WORDS
                ? String.join(", ", words)
                : String.join(", ", words.subList(0, MOST_WORDS))
                        + " and "
                        + (words.size() - MOST_WORDS)
                        + " more";
    }

    /** {@code depends on}. */
    static String words(RelationType type) {
        String words = type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (type) {
            case MEMBER_OF, OWNED_BY -> "is " + words;
            default -> words;
        };
    }
}
