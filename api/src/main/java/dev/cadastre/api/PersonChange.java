package dev.cadastre.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of what somebody may do.
 *
 * @param grants in place of those so far; null to leave them
 * @param disabled whether the person is kept out from now on; null to leave that
 */
public record PersonChange(@Nullable List<Grant> grants, @Nullable Boolean disabled) {}
