package dev.cadastre.api.run;

/**
 * That somebody, and nobody else, does what is to be done.
 *
 * @param claim the word to tell of it with
 */
public record LocalClaim(String claim) {}
