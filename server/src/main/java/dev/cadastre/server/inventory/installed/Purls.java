package dev.cadastre.server.inventory.installed;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURLBuilder;
import dev.cadastre.probe.PackageType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Package URLs as the purl specification writes them. The distribution's release is not among the
 * qualifiers: it belongs to the host and would make one package many.
 */
public final class Purls {

    private Purls() {}

    /** The namespace for packages of this type on a host with this operating system. */
    public static @Nullable String namespace(PackageType type, @Nullable String osId) {
        String os = osId == null || osId.isBlank() ? null : osId.toLowerCase(Locale.ROOT);
        return switch (type) {
            case DEB -> os == null ? "debian" : os;
            case APK -> os == null ? "alpine" : os;
            case RPM -> os;
            case PYPI, NPM, MAVEN, GEM, GOLANG -> null;
        };
    }

    /** The purl of that package. */
    public static String of(PackageRow row) {
        try {
            return switch (row.type()) {
                case DEB, APK -> system(row, row.version()).build().canonicalize();
                case RPM -> rpm(row);
                case NPM -> scoped(row, '/');
                case MAVEN -> scoped(row, ':');
                case GOLANG -> lastSlash(row);
                case PYPI, GEM -> plain(row).withName(row.name()).build().canonicalize();
            };
        } catch (MalformedPackageURLException e) {
            return generic(row);
        }
    }

    /** For names that no package manager gives, but a host may send. */
    private static String generic(PackageRow row) {
        try {
            return plain(row).withType("generic").withName(row.name()).build().canonicalize();
        } catch (MalformedPackageURLException e) {
            throw new IllegalStateException("No purl can be made of " + row, e);
        }
    }

    private static PackageURLBuilder plain(PackageRow row) {
        return PackageURLBuilder.aPackageURL()
                .withType(row.type().purlType())
                .withVersion(row.version());
    }

    private static PackageURLBuilder system(PackageRow row, String version) {
        PackageURLBuilder purl = plain(row).withName(row.name()).withVersion(version);
        if (row.namespace() != null) {
            purl.withNamespace(row.namespace());
        }
        if (row.arch() != null && !row.arch().isBlank()) {
            purl.withQualifier("arch", row.arch());
        }
        return purl;
    }

    private static String rpm(PackageRow row) throws MalformedPackageURLException {
        int colon = row.version().indexOf(':');
        if (colon < 0) {
            return system(row, row.version()).build().canonicalize();
        }
        return system(row, row.version().substring(colon + 1))
                .withQualifier("epoch", row.version().substring(0, colon))
                .build()
                .canonicalize();
    }

    private static String scoped(PackageRow row, char separator)
            throws MalformedPackageURLException {
        return split(row, row.name().indexOf(separator));
    }

    private static String lastSlash(PackageRow row) throws MalformedPackageURLException {
        return split(row, row.name().lastIndexOf('/'));
    }

    private static String split(PackageRow row, int at) throws MalformedPackageURLException {
        boolean splits = at > 0 && at < row.name().length() - 1;
        PackageURLBuilder purl = plain(row);
        return (splits
                        ? purl.withNamespace(row.name().substring(0, at))
                                .withName(row.name().substring(at + 1))
                        : purl.withName(row.name()))
                .build()
                .canonicalize();
    }
}
