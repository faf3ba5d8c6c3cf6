package dev.cadastre.probe;

import java.util.Locale;

/** The kinds of package, by their purl type. */
public enum PackageType {
    DEB,
    RPM,
    APK,
    PYPI,
    NPM,
    MAVEN,
    GEM,
    GOLANG;

    /** The type in a purl: {@code deb}, {@code pypi}. */
    public String purlType() {
        return name().toLowerCase(Locale.ROOT);
    }
}
