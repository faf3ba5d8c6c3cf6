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
        @Nullable String root)
        implements PackageDictionary.Numbered {

    private static final int USUAL_LENGTH = 200;

    @Override
    public PackageRow row() {
        return this;
    }

    /** SHA-256 over all components; two rows are one exactly if these are equal. */
    public Digest digest() {
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        add(text, type.name());
        add(text, namespace);
        add(text, name);
        add(text, version);
        add(text, arch);
        add(text, source);
        add(text, sourceVersion);
        add(text, vendor);
        add(text, signingKey);
        add(text, root);
        return new Digest(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void add(StringBuilder text, @Nullable String component) {
        if (component != null) {
            text.append(component).append('\u0001');
        }
        text.append('\0');
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
