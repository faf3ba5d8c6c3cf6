package dev.cadastre.api.app;

/**
 * A file with values of parameters.
 *
 * @param name by which messages call it; JSON if it ends with {@code .json}, and else INI
 * @param text what is in it
 */
public record ValuesFile(String name, String text) {}
