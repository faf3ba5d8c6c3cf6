package dev.cadastre.parcel.trust;

import dev.cadastre.parcel.oci.Descriptor;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose signatures are accepted, and where. Immutable. */
public final class Trust {

    private final List<Signer> signers;
    private final Map<String, Set<String>> accepted;

    private Trust(List<Signer> signers, Map<String, Set<String>> accepted) {
        this.signers = signers;
        this.accepted = accepted;
    }

    /**
     * One of these.
     *
     * @param signers all who are known
     * @param accepted the names of those who are accepted in an environment, by its name; where
     *     nothing is said, nobody is
     */
    public static Trust of(Collection<Signer> signers, Map<String, Set<String>> accepted) {
        Map<String, Set<String>> copy = new HashMap<>();
        accepted.forEach((environment, names) -> copy.put(environment, Set.copyOf(names)));
        return new Trust(List.copyOf(signers), Map.copyOf(copy));
    }

    /**
     * Decides whether a parcel is accepted: whether one who is accepted there signed just this
     * manifest under this name and version.
     *
     * @param manifest of the parcel, as it was found by its digest
     * @param envelopes the blobs that say that they are signatures of it, as they came
     * @param environment where it is to be used
     */
    public Decision decide(
            Descriptor manifest,
            String name,
            String version,
            List<byte[]> envelopes,
            String environment,
            Instant now) {
        return new Judgement(this, manifest, name, version, environment, now).of(envelopes);
    }

    /** Those whose key it may be: by its name, or all if it does not say. */
    List<Signer> signers(String keyId) {
        return keyId.isEmpty()
                ? signers
                : signers.stream().filter(signer -> signer.key().keyId().equals(keyId)).toList();
    }

    boolean accepts(Signer signer, String environment) {
        return accepted.getOrDefault(environment, Set.of()).contains(signer.name());
    }
}
