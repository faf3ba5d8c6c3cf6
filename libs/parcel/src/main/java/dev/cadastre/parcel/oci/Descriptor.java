package dev.cadastre.parcel.oci;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is known of a blob without having it.
 *
 * @param mediaType what it is
 * @param digest {@code sha256:} and 64 hexadecimal digits in lower case
 * @param size in bytes
 * @param artifactType of a manifest: what the artefact is; empty if that is not told
 * @param annotations in the order of their names; unmodifiable
 */
public record Descriptor(
        String mediaType,
        String digest,
        long size,
        String artifactType,
        Map<String, String> annotations) {

    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    /**
     * Checks what others rely on.
     *
     * @throws IllegalArgumentException if it is no digest, or the size is below zero
     */
    public Descriptor {
        if (!isDigest(digest)) {
            throw new IllegalArgumentException("It is no digest: " + digest);
        }
        if (size < 0) {
            throw new IllegalArgumentException("A blob has no size below zero: " + size);
        }
        annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
    }

    /** One without annotations. */
    public static Descriptor of(String mediaType, String digest, long size) {
        return new Descriptor(mediaType, digest, size, "", Map.of());
    }

    /** Whether a text is a digest that is taken; those of other algorithms are not. */
    public static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }

    /** The 64 hexadecimal digits. */
    public String hex() {
        return digest.substring("sha256:".length());
    }
}
