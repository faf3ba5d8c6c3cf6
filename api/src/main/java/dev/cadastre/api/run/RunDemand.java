package dev.cadastre.api.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is asked of a run.
 *
 * @param from the job to RESUME with; null for where each host was
 * @param job the job that is skipped, confirmed or settled
 * @param hosts where; with {@code here} neither given, wherever it applies
 * @param here whether on the machine of whoever runs the change
 * @param done of a job that is settled, whether it took effect
 */
public record RunDemand(
        RunWish request,
        @Nullable String from,
        @Nullable String job,
        @Nullable List<String> hosts,
        @Nullable Boolean here,
        @Nullable Boolean done) {}
