package dev.cadastre.api.monitor;

import dev.cadastre.api.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What definitions start from.
 *
 * @param name unique among templates
 * @param said as it was written, to be changed and sent back
 * @param definitions how many start from it
 * @param declared the line of the estate file that states it; null if it was added otherwise
 * @param changedAt when it was written last
 * @param changedBy by whom
 * @param reason why; null if that was not said
 * @param version how often it was written
 */
public record MonitorTemplate(
        String name,
        TemplateRequest said,
        long definitions,
        @Nullable Origin declared,
        Instant changedAt,
        String changedBy,
        @Nullable String reason,
        int version) {}
