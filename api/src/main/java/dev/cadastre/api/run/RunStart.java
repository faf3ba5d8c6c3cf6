package dev.cadastre.api.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run.
 *
 * @param plan the id of the plan that it carries out
 * @param why what for; null if that is not said
 */
public record RunStart(UUID plan, @Nullable String why) {}
