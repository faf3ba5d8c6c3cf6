package dev.cadastre.api.monitor;

import dev.cadastre.api.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be checked, who says so, and how much that is.
 *
 * @param id never means another
 * @param name what it is called
 * @param said as it was written, to be changed and sent back
 * @param meant the same with what its template says and what is usual; null if that has become
 *     impossible, such as by a rule that is not there any longer
 * @param monitors how many monitors it makes that one may see
 * @param declared the line of the estate file that states it; null if it was added otherwise
 * @param madeAt when it was added
 * @param madeBy by whom
 * @param changedAt when it was written last
 * @param changedBy by whom
 * @param reason why; null if that was not said
 * @param version how often it was written; its ETag begins with it
 */
public record MonitorDefinition(
        long id,
        String name,
        MonitorRequest said,
        @Nullable MonitorRequest meant,
        long monitors,
        @Nullable Origin declared,
        Instant madeAt,
        String madeBy,
        Instant changedAt,
        String changedBy,
        @Nullable String reason,
        int version) {}
