package dev.cadastre.server.inventory.installed;

import dev.cadastre.probe.PackageType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * A line of the dictionary of packages. The components are those of {@link
 * dev.cadastre.probe.InstalledPackage}.
 *
 * @param namespace the namespace of the purl, which for system packages is the id of the operating
 *     system; null where the type has none
 */
public record PackageRow(
        PackageType type,
        @Nullable String namespace,
        String name,
        String version,
        @Nullable String arch,
        @Nullable String source,
        @Nullable String sourceVersion,
        @Nullable String vendor,
        @Nullable String signingKey,
        @Nullable String root) {

    /** SHA-256 over all components; two rows are one exactly if these are equal. */
    public Digest digest() {
        MessageDigest digest = sha256();
        add(digest, type.name());
        add(digest, namespace);
        add(digest, name);
        add(digest, version);
        add(digest, arch);
        add(digest, source);
        add(digest, sourceVersion);
        add(digest, vendor);
        add(digest, signingKey);
        add(digest, root);
        return new Digest(digest.digest());
    }

    private static void add(MessageDigest digest, @Nullable String text) {
        if (text != null) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 1);
        }
        digest.update((byte) 0);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
