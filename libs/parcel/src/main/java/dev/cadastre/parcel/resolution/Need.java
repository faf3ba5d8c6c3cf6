package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.Requirement;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A requirement of somebody, and what meets it.
 *
 * @param requirer whose it is; null if it is what a person asked for
 * @param requirement what is required
 * @param providers the parcels that could meet it: none, one, or several of which nobody chose
 * @param fits which versions of the one provider meet it, by their places in the catalogue
 */
record Need(
        @Nullable Candidate requirer,
        Requirement requirement,
        List<String> providers,
        BitSet fits) {

    boolean isAmbiguous() {
        return providers.size() > 1;
    }

    /** Whether no version of anything meets it. */
    boolean isHopeless() {
        return !isAmbiguous() && fits.isEmpty();
    }

    /** The parcel that meets it. */
    String provider() {
        return providers.get(0);
    }

    /** As a part of a sentence: {@code crm 1.0 requires postgresql <14 as database}. */
    @Override
    public String toString() {
        return requirer == null
                ? "%s was asked for".formatted(Wording.of(requirement))
                : "%s requires %s".formatted(requirer, Wording.of(requirement));
    }
}
