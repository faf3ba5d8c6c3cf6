package dev.cadastre.api.run;

/**
 * What becomes of what is being done.
 *
 * @param stop whether it is to be ended
 */
public record LocalOrder(boolean stop) {}
