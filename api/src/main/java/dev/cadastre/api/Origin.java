package dev.cadastre.api;

/**
 * The place in the estate file that states something.
 *
 * @param file as the server was given it
 * @param line counted from 1
 */
public record Origin(String file, int line) {}
