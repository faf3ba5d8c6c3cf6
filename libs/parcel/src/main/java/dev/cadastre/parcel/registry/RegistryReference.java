package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Descriptor;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something in a registry: a repository, and one of its manifests if there is a tag or a digest.
 *
 * @param host of the registry
 * @param repository its path there, {@code team/guestbook}
 * @param tag what the manifest is called there
 * @param digest of the manifest; counts before the tag
 */
public record RegistryReference(
        RegistryHost host, String repository, Optional<String> tag, Optional<String> digest) {

    private static final Pattern REPOSITORY =
            Pattern.compile(
                    "[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}");
    private static final int LONGEST = 255;
    private static final String SCHEME = "oci://";

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException naming the part that is wrong
     */
    public RegistryReference {
        if (!isRepository(repository)) {
            throw new IllegalArgumentException(
                    "It is no repository of small letters, digits and ._- between slashes: "
                            + repository);
        }
        if (tag.isPresent() && !isTag(tag.get())) {
            throw new IllegalArgumentException(
                    "It is no tag of letters, digits and ._-: " + tag.get());
        }
        if (digest.isPresent() && !Descriptor.isDigest(digest.get())) {
            throw new IllegalArgumentException(
                    "It is no digest of sha256: and 64 hexadecimal digits: " + digest.get());
        }
    }

    /**
     * Reads {@code host[:port]/repository[:tag][@digest]}, with or without {@code oci://}.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    public static RegistryReference parse(String text) {
        String rest = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
        int slash = rest.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "It has no repository; write registry.example/team/guestbook:2.0.1");
        }
        RegistryHost host = new RegistryHost(rest.substring(0, slash));
        String path = rest.substring(slash + 1);
        int at = path.indexOf('@');
        Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(path.substring(at + 1));
        String named = at < 0 ? path : path.substring(0, at);
        int colon = named.indexOf(':');
        return new RegistryReference(
                host,
                colon < 0 ? named : named.substring(0, colon),
                colon < 0 ? Optional.empty() : Optional.of(named.substring(colon + 1)),
                digest);
    }

    /** Whether it is the path of a repository. */
    public static boolean isRepository(String text) {
        return text.length() <= LONGEST && REPOSITORY.matcher(text).matches();
    }

    /** Whether a manifest can be called so. */
    public static boolean isTag(String text) {
        return TAG.matcher(text).matches();
    }

    /** The digest, or the tag if there is none. */
    public Optional<String> manifest() {
        return digest.or(() -> tag);
    }

    @Override
    public String toString() {
        return host
                + "/"
                + repository
                + tag.map(name -> ":" + name).orElse("")
                + digest.map(sum -> "@" + sum).orElse("");
    }
}
