package dev.cadastre.server.inventory.installed;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.cadastre.probe.PackageType;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a package URL that somebody wrote says; the other direction is {@link Purls}. */
public sealed interface ReadPurl {

    /**
     * A version of a package, as its package manager would print it.
     *
     * @param row with neither vendor, signing key nor root, which no purl tells
     */
    record Known(PackageRow row) implements ReadPurl {}

    /** A package of a kind that is known here, in no particular version. */
    record Versionless() implements ReadPurl {}

    /** A package of another kind. */
    record Foreign(String type) implements ReadPurl {}

    /** It is none. */
    record Broken(String reason) implements ReadPurl {}

    /** The most characters of a name, a version or another part. */
    int PART = 500;

    /** What that text says. */
    static ReadPurl of(String text) {
        PackageURL purl;
        try {
            purl = new PackageURL(text);
        } catch (MalformedPackageURLException | RuntimeException e) {
            return new Broken("It is no package URL.");
        }
        Optional<PackageType> type =
                Arrays.stream(PackageType.values())
                        .filter(each -> each.purlType().equals(purl.getType()))
                        .findFirst();
        if (type.isEmpty()) {
            return new Foreign(purl.getType());
        }
        if (purl.getVersion() == null || purl.getVersion().isBlank()) {
            return new Versionless();
        }
        return checked(row(type.get(), purl));
    }

    private static ReadPurl checked(PackageRow row) {
        for (String part :
                Arrays.asList(
                        row.namespace(),
                        row.name(),
                        row.version(),
                        row.arch(),
                        row.source(),
                        row.sourceVersion())) {
            if (part != null && part.length() > PART) {
                return new Broken("A part of it is longer than " + PART + " characters.");
            }
            if (part != null && part.chars().anyMatch(Character::isISOControl)) {
                return new Broken("It holds control characters.");
            }
        }
        return new Known(row);
    }

    private static PackageRow row(PackageType type, PackageURL purl) {
        Map<String, String> qualifiers = Objects.requireNonNullElse(purl.getQualifiers(), Map.of());
        Upstream upstream = Upstream.of(type, qualifiers.get("upstream"));
        return new PackageRow(
                type,
                system(type) ? purl.getNamespace() : null,
                name(type, purl),
                version(type, purl.getVersion(), qualifiers.get("epoch")),
                system(type) ? qualifiers.get("arch") : null,
                upstream.name(),
                upstream.version(),
                null,
                null,
                null);
    }

    private static boolean system(PackageType type) {
        return switch (type) {
            case DEB, RPM, APK -> true;
            case PYPI, NPM, MAVEN, GEM, GOLANG -> false;
        };
    }

    private static String name(PackageType type, PackageURL purl) {
        String namespace = purl.getNamespace();
        return switch (type) {
            case DEB, RPM, APK, PYPI, GEM -> purl.getName();
            case NPM, GOLANG ->
                    namespace == null ? purl.getName() : namespace + "/" + purl.getName();
            case MAVEN -> namespace == null ? purl.getName() : namespace + ":" + purl.getName();
        };
    }

    private static String version(PackageType type, String version, @Nullable String epoch) {
        boolean apart =
                epoch != null && !epoch.equals("0") && !epoch.isEmpty() && version.indexOf(':') < 0;
        return apart && system(type) ? epoch + ":" + version : version;
    }

    /** The source package, as scanners of images write it: a name, or a name and a version. */
    record Upstream(@Nullable String name, @Nullable String version) {

        private static final String SOURCE_RPM = ".src.rpm";

        static Upstream of(PackageType type, @Nullable String text) {
            if (text == null || text.isBlank() || !system(type)) {
                return new Upstream(null, null);
            }
            if (type == PackageType.RPM && text.endsWith(SOURCE_RPM)) {
                return ofFile(text.substring(0, text.length() - SOURCE_RPM.length()));
            }
            int at = text.lastIndexOf('@');
            return at > 0 && at < text.length() - 1
                    ? new Upstream(text.substring(0, at), text.substring(at + 1))
                    : new Upstream(text, null);
        }

        private static Upstream ofFile(String file) {
            int release = file.lastIndexOf('-');
            int version = release < 0 ? -1 : file.lastIndexOf('-', release - 1);
            return version <= 0
                    ? new Upstream(file, null)
                    : new Upstream(file.substring(0, version), file.substring(version + 1));
        }
    }
}
