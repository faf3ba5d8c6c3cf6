package dev.cadastre.server.monitoring.keeping;

import dev.cadastre.server.monitoring.definition.Draft;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A definition or a template, as it was written, and by whom.
 *
 * @param id never means another
 * @param template whether definitions start from it, and it checks nothing itself
 * @param file the estate file that states it; null if it was said by API
 * @param line where in the file
 * @param reason why it was changed last; null if nobody said
 * @param version how often it was written
 */
@NamedInterface("keeping")
public record DefinitionRow(
        long id,
        String name,
        boolean template,
        Draft draft,
        @Nullable String file,
        int line,
        Instant madeAt,
        String madeBy,
        Instant changedAt,
        String changedBy,
        @Nullable String reason,
        int version) {

    /** The same as if it said something else. */
    public DefinitionRow saying(Draft other) {
        return new DefinitionRow(
                id, name, template, other, file, line, madeAt, madeBy, changedAt, changedBy, reason,
                version);
    }
}
