package dev.cadastre.api.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run.
 *
 * @param plan the id of the plan that it carries out
 * @param why what for; null if that is not said
 * @param step whether somebody has to agree to each step before it is done; null for false
 */
public record RunStart(UUID plan, @Nullable String why, @Nullable Boolean step) {}
