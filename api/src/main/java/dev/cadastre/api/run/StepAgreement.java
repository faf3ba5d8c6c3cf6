package dev.cadastre.api.run;

import org.jspecify.annotations.Nullable;

/**
 * That a step may be done.
 *
 * @param all whether all that follow may be done, too; null for false
 */
public record StepAgreement(@Nullable Boolean all) {}
