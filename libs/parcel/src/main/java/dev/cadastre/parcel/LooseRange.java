package dev.cadastre.parcel;

import dev.cadastre.versions.VersionRange;
import dev.cadastre.versions.VersionScheme;
import java.util.regex.Pattern;

/**
 * Which versions of something do that is no parcel, such as a system: they are called as theirs
 * are, as in {@code ubuntu >= 22.04}, and compare by their numbers and words. Immutable.
 *
 * @param text the bounds, in the form of {@link Range#text}; {@code ""} if each version does
 */
public record LooseRange(String text) {

    private static final VersionScheme SCHEME = VersionScheme.RPM;
    private static final Pattern VERSION = Pattern.compile("[0-9][0-9A-Za-z.+~_-]{0,62}");

    /**
     * Brings what was written into its one form.
     *
     * @throws IllegalArgumentException if it is no range; the message says why
     */
    public LooseRange {
        text = Range.normal(text.strip(), LooseRange::isVersion);
    }

    private static boolean isVersion(String text) {
        return VERSION.matcher(text).matches() && SCHEME.isValid(text);
    }

    /** Whether a version fits all bounds; what is no version fits none. */
    public boolean contains(String version) {
        return text.isEmpty()
                || (isVersion(version) && VersionRange.parse(SCHEME, text).contains(version));
    }

    @Override
    public String toString() {
        return text;
    }
}
