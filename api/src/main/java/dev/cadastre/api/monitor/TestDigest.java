package dev.cadastre.api.monitor;

/**
 * Which test a monitor runs; its definition has the text.
 *
 * @param name what people know it by
 * @param sha256 of its text, in 64 hexadecimal digits
 * @param bytes how many its text has
 */
public record TestDigest(String name, String sha256, int bytes) {}
