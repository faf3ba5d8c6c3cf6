package dev.cadastre.api.run;

/**
 * What is printed while something is done; also a sign of life.
 *
 * @param text may be empty
 */
public record LocalOutput(String claim, String text) {}
