package dev.cadastre.server.change;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What carries out a task of an app.
 *
 * @param plan the id of its plan
 * @param run the id of its run; null if nobody started it
 */
public record TaskRun(UUID plan, @Nullable Long run) {}
