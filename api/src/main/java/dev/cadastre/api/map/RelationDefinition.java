package dev.cadastre.api.map;

import org.jspecify.annotations.Nullable;

/**
 * A relation that somebody says there is.
 *
 * @param source the id of the asset that it starts from
 * @param type what it says
 * @param target the id of the asset that it leads to
 * @param alternatives the name of those of which one is enough for what needs them; null if it
 *     stands alone
 */
public record RelationDefinition(
        String source, RelationType type, String target, @Nullable String alternatives) {}
