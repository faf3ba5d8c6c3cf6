package dev.cadastre.server.monitoring.keeping;

import dev.cadastre.server.monitoring.definition.Draft;
import org.jspecify.annotations.Nullable;

/**
 * A definition or a template to be kept.
 *
 * @param file the estate file that states it; null if it is said by API
 * @param line where in the file
 * @param by who says it
 * @param reason why; null if nobody said
 */
public record NewDefinition(
        String name,
        boolean template,
        Draft draft,
        @Nullable String file,
        int line,
        String by,
        @Nullable String reason) {}
