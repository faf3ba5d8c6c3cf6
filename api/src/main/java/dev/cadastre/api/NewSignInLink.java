package dev.cadastre.api;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in link to make.
 *
 * @param person for whom; null for the administrator of the first start
 */
public record NewSignInLink(@Nullable String person) {}
