package dev.cadastre.api.app;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run that a revision needs.
 *
 * @param step which change
 * @param app of which app, as {@code db@qa}: of a provider where a binding begins or ends
 * @param binding what the binding is called; null for what is done to the app itself
 * @param hosts where
 * @param plan the id of its plan, as {@code /api/v1/plans} has it
 * @param run the id of the run that carries it out; null if none does
 */
public record AppPlanStep(
        AppStep step,
        String app,
        @Nullable String binding,
        List<String> hosts,
        @Nullable UUID plan,
        @Nullable Long run) {}
