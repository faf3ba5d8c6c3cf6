package dev.cadastre.server.web.page;

import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.Correction;
import dev.cadastre.api.map.Evidence;
import dev.cadastre.api.map.Relation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The page of a relation: why it is on the map, and what people say of it.
 *
 * @param source the asset that it starts from
 * @param target the asset that it leads to
 * @param correction what was put right of it; null if nothing was
 * @param writer whether changes are offered
 * @param reason what was entered as the reason of a correction
 * @param faults what is wrong with that
 * @param at the moment looked at; null for now
 */
public record RelationPage(
        Relation relation,
        Asset source,
        Asset target,
        @Nullable Correction correction,
        boolean writer,
        String reason,
        FormFaults faults,
        @Nullable Instant at) {

    /** Whether somebody said it, who can take it back. */
    public boolean said() {
        return relation.evidence().stream()
                .anyMatch(evidence ->
                        evidence.source() == Evidence.Source.TOLD
                                || evidence.source() == Evidence.Source.DEPLOYMENT);
    }
}
