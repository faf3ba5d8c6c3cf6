package dev.cadastre.change.run;

/**
 * Why a request is not granted.
 *
 * @param code a stable word
 * @param reason why, and what can be asked instead, in a sentence
 */
public record Refusal(String code, String reason) {}
