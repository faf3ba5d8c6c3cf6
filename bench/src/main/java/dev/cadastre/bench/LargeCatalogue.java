package dev.cadastre.bench;

import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.oci.Digests;
import dev.cadastre.parcel.resolution.Candidate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Parcels of a repository, all of which the first one needs; always the same of one seed. */
final class LargeCatalogue {

    /** The parcel that needs all others. */
    static final Requirement ROOT = Requirement.parse("parcel-0");

    /** One parcel of so many has newest versions that fit nothing. */
    private static final int ONE_IN = 20;

    private static final int MOST_REQUIREMENTS = 5;

    /** What is difficult about it. */
    enum Kind {
        /** The newest versions go together. */
        EASY,
        /**
         * Of some parcels the newest versions need what there is not, which shows only when they
         * are looked at, and takes down those that require them.
         */
        HARD
    }

    private final Kind kind;
    private final int parcels;
    private final int versions;
    private final Random random;

    private LargeCatalogue(Kind kind, int parcels, int versions, long seed) {
        this.kind = kind;
        this.parcels = parcels;
        this.versions = versions;
        this.random = new Random(seed);
    }

    /** Makes one. */
    static List<Candidate> of(Kind kind, int parcels, int versions, long seed) {
        return new LargeCatalogue(kind, parcels, versions, seed).candidates();
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (int parcel = 0; parcel < parcels; parcel++) {
            int lastGood = lastGood();
            for (int version = 0; version < versions; version++) {
                List<Requirement> requirements = requirements(parcel, version);
                if (version > lastGood) {
                    requirements.add(
                            Requirement.parse("parcel-%d <1 as old".formatted(parcels - 1)));
                }
                candidates.add(candidate(parcel, version, requirements));
            }
        }
        return candidates;
    }

    private int lastGood() {
        boolean isBroken = kind == Kind.HARD && random.nextInt(ONE_IN) == 0;
        return isBroken ? versions / 2 + random.nextInt(versions / 2) : versions;
    }

    private static Candidate candidate(int parcel, int version, List<Requirement> requirements) {
        String name = "parcel-" + parcel;
        String text = "1.%d.0".formatted(version);
        byte[] content = (name + " " + text).getBytes(StandardCharsets.UTF_8);
        return new Candidate(name, text, List.of(), requirements, Digests.of(content));
    }

    /** The next one always, so that all of them are needed, and some that are further away. */
    private List<Requirement> requirements(int parcel, int version) {
        List<Requirement> requirements = new ArrayList<>();
        for (int i = 1; i <= MOST_REQUIREMENTS && parcel + i < parcels; i++) {
            int other = parcel + 1 + (i == 1 ? 0 : random.nextInt(parcels - parcel - 1));
            int from = Math.max(0, version - random.nextInt(3));
            int to = version + 1 + random.nextInt(4);
            requirements.add(
                    Requirement.parse(
                            "parcel-%d >=1.%d.0 <1.%d.0 as need-%d".formatted(other, from, to, i)));
        }
        return requirements;
    }
}
