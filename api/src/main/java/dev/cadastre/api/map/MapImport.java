package dev.cadastre.api.map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map of another system, in the format of {@link AssetMap}. What an export tells beside this is
 * passed over.
 *
 * @param format {@link AssetMap#FORMAT}
 * @param assets what there is
 * @param relations what is between them; null for none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MapImport(String format, List<Item> assets, @Nullable List<Edge> relations) {

    /** An asset, as {@link Asset} has it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Item(
            String id,
            @Nullable String title,
            @Nullable String environment,
            Asset.@Nullable Lifecycle lifecycle,
            @Nullable Map<String, String> labels,
            @Nullable Map<String, String> attributes,
            @Nullable Owner owner) {}

    /** A team, as {@link AssetOwner} has it; an inherited one is not taken. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Owner(String team, @Nullable String inheritedFrom) {}

    /** A relation, as {@link Relation} has it; one that does not hold any longer is not taken. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Edge(
            String source,
            RelationType type,
            String target,
            Relation.@Nullable Standing standing,
            @Nullable Group alternatives) {}

    /** Dependencies of which one is enough; assumed ones are not taken. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Group(String name, @Nullable Boolean assumed) {}
}
