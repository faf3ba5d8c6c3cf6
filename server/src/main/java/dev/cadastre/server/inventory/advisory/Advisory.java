package dev.cadastre.server.inventory.advisory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What an advisory says.
 *
 * @param id its name, {@code DSA-5532-1}
 * @param modified when it was changed last
 * @param published null if unknown
 * @param withdrawn when it was taken back; null while it stands
 * @param aliases other names of the same vulnerability
 * @param summary one line; null if there is none
 * @param details more; null if there is nothing
 * @param severity as it is written there, a word or a CVSS vector; null if not told
 */
@NamedInterface("advisory")
public record Advisory(
        String id,
        Instant modified,
        @Nullable Instant published,
        @Nullable Instant withdrawn,
        List<String> aliases,
        @Nullable String summary,
        @Nullable String details,
        @Nullable String severity) {

    /** Copies the list. */
    public Advisory {
        aliases = List.copyOf(aliases);
    }
}
