package dev.cadastre.server.topology.telling;

import dev.cadastre.server.topology.RelationType;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What somebody says of a relation.
 *
 * @param place where that was said, for whoever has to correct it: {@code items.3}
 * @param source the name of the asset that it starts from, as it was written
 * @param type what it says
 * @param target the name of the asset that it leads to, as it was written
 * @param alternatives the name of those of which one is enough; null if it stands alone
 */
@NamedInterface("telling")
public record RelationStatement(
        String place,
        String source,
        RelationType type,
        String target,
        @Nullable String alternatives) {}
