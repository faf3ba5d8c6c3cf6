package dev.cadastre.api.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a job at a place.
 *
 * @param job its name
 * @param changed whether the run changed something by it
 * @param skipped whether a person takes it for dealt with
 * @param attempts how many times it was begun
 * @param tookMillis how long the last attempt took; null before any has ended
 * @param code a stable word for how that ended; null if it is as wished
 * @param reason the same in a sentence; null before any has ended
 * @param wishes what was changed, a line each
 * @param differences of files, as unified diffs
 * @param question what a person has to answer; null for nothing
 */
public record RunCell(
        String job,
        RunStatus status,
        boolean changed,
        boolean skipped,
        int attempts,
        @Nullable Long tookMillis,
        @Nullable String code,
        @Nullable String reason,
        List<String> wishes,
        List<String> differences,
        @Nullable String question) {}
