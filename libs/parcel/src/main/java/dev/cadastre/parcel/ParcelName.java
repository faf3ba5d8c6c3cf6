package dev.cadastre.parcel;

import dev.cadastre.versions.VersionScheme;
import java.util.regex.Pattern;

/** What parcels, what they provide, and bindings may be called, and which versions they have. */
public final class ParcelName {

    /** How versions of parcels are ordered; it takes more than {@link #isVersion} does. */
    public static final VersionScheme VERSIONS = VersionScheme.SEMVER;

    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern VERSION = Pattern.compile("[0-9][0-9A-Za-z.-]{0,62}");

    private ParcelName() {}

    /** Whether it is a name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether it is a version: a semantic one of one to three numbers, without build metadata. */
    public static boolean isVersion(String text) {
        return VERSION.matcher(text).matches() && VERSIONS.isValid(text);
    }
}
