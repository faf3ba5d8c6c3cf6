package dev.cadastre.server.web.page;

import dev.cadastre.api.map.RelationDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an asset has to do with others, as it stands in a form.
 *
 * @param link how they hang together
 * @param others the ids of the others, with blanks or commas between them
 */
public record LinkForm(@Nullable AssetLink link, String others) {

    static final LinkForm EMPTY = new LinkForm(null, "");

    /** What a request lacks is empty. */
    public LinkForm {
        link = Objects.requireNonNullElse(link, AssetLink.DEPENDS_ON);
        others = Objects.requireNonNullElse(others, "").strip();
    }

    /** The relations that it says there are. */
    List<RelationDefinition> of(String asset) {
        AssetLink how = Objects.requireNonNullElse(link, AssetLink.DEPENDS_ON);
        return Arrays.stream(others.split("[\\s,]+"))
                .filter(other -> !other.isEmpty())
                .distinct()
                .map(other -> how.between(asset, other))
                .toList();
    }
}
