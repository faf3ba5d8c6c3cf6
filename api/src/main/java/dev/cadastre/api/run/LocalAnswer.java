package dev.cadastre.api.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a script or program said.
 *
 * @param number of the task
 * @param code a stable word for why; null for none
 * @param reason why, in a sentence
 * @param basis a digest of what the decision rests on; null if it came to none
 * @param wishes what was changed, or would be, a line each
 * @param differences of files, as unified diffs
 * @param lacks the parts of the payload that are needed for it
 * @param before what was there before, by key
 * @param output what was printed, bounded
 */
public record LocalAnswer(
        int number,
        LocalAnswerKind kind,
        @Nullable String code,
        @Nullable String reason,
        @Nullable String basis,
        @Nullable List<String> wishes,
        @Nullable List<String> differences,
        @Nullable List<String> lacks,
        @Nullable Map<String, String> before,
        @Nullable String output) {}
