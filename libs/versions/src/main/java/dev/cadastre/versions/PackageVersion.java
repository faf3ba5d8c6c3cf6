package dev.cadastre.versions;

import org.jspecify.annotations.Nullable;

/**
 * {@code epoch:upstream-revision}, the form that deb and rpm share.
 *
 * @param epoch the digits before the colon; null if the text has none
 * @param upstream the version that the software's authors gave
 * @param revision the packagers' count (deb's revision, rpm's release); null if the text has none
 */
record PackageVersion(@Nullable String epoch, String upstream, @Nullable String revision) {

    /** By value; an absent epoch is 0. */
    int compareEpoch(PackageVersion other) {
        return Digits.compare(epochOrZero(), other.epochOrZero());
    }

    String revisionOrEmpty() {
        return revision == null ? "" : revision;
    }

    private String epochOrZero() {
        return epoch == null ? "0" : epoch;
    }

    /**
     * What is left of this, installed, version when only what the typed one states is looked at.
     */
    PackageVersion asFarAs(PackageVersion typed) {
        return new PackageVersion(
                typed.epoch == null ? null : epoch,
                upstream,
                typed.revision == null ? null : revision);
    }

    /** Takes {@code digits:} from the cursor if it is there, otherwise nothing. */
    static @Nullable String takeEpoch(Cursor cursor) {
        int start = cursor.at();
        String digits = cursor.takeAll(Ascii::isDigit);
        if (!digits.isEmpty() && cursor.take(':')) {
            return digits;
        }
        cursor.moveTo(start);
        return null;
    }
}
