package dev.cadastre.api.run;

import java.util.List;

/**
 * What a job would do at a place.
 *
 * @param job its name
 * @param reason why that is its effect, in a sentence
 * @param wishes what would be changed, a line each
 * @param differences of files, as unified diffs
 */
public record PlannedJob(
        String job,
        JobEffect effect,
        String reason,
        List<String> wishes,
        List<String> differences) {}
