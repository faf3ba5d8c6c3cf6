package dev.cadastre.ini;

/**
 * Where something was written.
 *
 * @param file the name of the file
 * @param section the name of the section
 * @param key the key, in lower case
 * @param line the line of the key, counted from 1; 0 where there are no lines
 */
public record Origin(String file, String section, String key, int line) {
    /** {@code file:line}, or the file alone where there are no lines. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
