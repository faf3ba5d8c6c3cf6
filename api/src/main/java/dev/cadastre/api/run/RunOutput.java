package dev.cadastre.api.run;

/**
 * What a job printed at a place.
 *
 * @param text the last of it
 * @param running whether more may come
 */
public record RunOutput(String text, boolean running) {}
