package dev.cadastre.probe;

import java.nio.charset.StandardCharsets;

/**
 * The absolute path of a file on some host, whatever characters it has but NUL. Without empty and
 * {@code .} parts; links in it are for the host to follow.
 *
 * @param path such as {@code /usr/bin/psql}
 */
public record HostFile(String path) {

    /** What Linux takes (PATH_MAX), less the byte that ends it. */
    private static final int LONGEST = 4095;

    /**
     * Tidies the path.
     *
     * @throws IllegalArgumentException if no host can have such a file; the message says why, as a
     *     sentence for whoever wrote it
     */
    public HostFile {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("The path of a file begins with /.");
        }
        if (path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("No path has a NUL in it.");
        }
        if (path.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException("No path is longer than " + LONGEST + " bytes.");
        }
        path = tidy(path);
    }

    private static String tidy(String path) {
        StringBuilder tidy = new StringBuilder(path.length());
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                throw new IllegalArgumentException(
                        "A path with .. means another file where a link is on the way; write it"
                                + " without.");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                tidy.append('/').append(part);
            }
        }
        return tidy.length() == 0 ? "/" : tidy.toString();
    }
}
