package dev.cadastre.ini;

/**
 * One key with its value, as written.
 *
 * @param key the key in lower case, never empty
 * @param rawValue the value before substitution, stripped; the lines of a value that continues over
 *     several are stripped too and joined by {@code \n}; may be empty
 * @param line the line of the key, counted from 1
 * @param column where the value begins on that line, counted from 1
 */
public record Entry(String key, String rawValue, int line, int column) {}
