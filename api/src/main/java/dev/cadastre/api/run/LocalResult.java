package dev.cadastre.api.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How what a command line did ended.
 *
 * @param code why it was refused; null otherwise
 * @param reason the same in a sentence; null otherwise
 * @param answers what scripts and programs said; null for nothing
 */
public record LocalResult(
        String claim,
        LocalResultKind kind,
        @Nullable String code,
        @Nullable String reason,
        @Nullable List<LocalAnswer> answers) {}
