package dev.cadastre.parcel.trust;

import dev.cadastre.ini.Problem;
import java.util.List;

/**
 * Whether a parcel is accepted, and why.
 *
 * @param acceptances the signatures that suffice, each alone
 * @param problems what is wrong with each of the others; if there is no signature at all, that. Of
 *     a parcel that is accepted they are worth telling, and no more
 */
public record Decision(List<Acceptance> acceptances, List<Problem> problems) {

    /**
     * A signature that suffices.
     *
     * @param signer who made it
     * @param statement what they said of the parcel, and when it was built
     */
    public record Acceptance(Signer signer, Statement statement) {}

    /** Copies the lists. */
    public Decision {
        acceptances = List.copyOf(acceptances);
        problems = List.copyOf(problems);
    }

    /** Whether the parcel may be used. */
    public boolean isAccepted() {
        return !acceptances.isEmpty();
    }
}
