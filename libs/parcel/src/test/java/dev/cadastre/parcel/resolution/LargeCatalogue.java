package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Catalogues of the size that repositories have. */
final class LargeCatalogue {

    private LargeCatalogue() {}

    /**
     * Parcels that come out in step: each version requires some others, a few places further on, in
     * versions around its own. Of some parcels the newest versions go with nothing, which shows
     * only late, and takes those that require them down as well.
     */
    static List<Candidate> of(int parcels, int versions, long seed) {
        Random random = new Random(seed);
        List<Candidate> candidates = new ArrayList<>();
        for (int parcel = 0; parcel < parcels; parcel++) {
            String name = "parcel-" + parcel;
            int lastGood = random.nextInt(20) == 0 ? versions / 2 + random.nextInt(4) : versions;
            for (int version = 0; version < versions; version++) {
                List<Requirement> requirements = requirements(random, parcel, version, parcels);
                if (version > lastGood) {
                    requirements.add(
                            Requirement.parse("parcel-%d <1 as old".formatted(parcels - 1)));
                }
                candidates.add(
                        new Candidate(
                                name,
                                "1." + version + ".0",
                                List.of(),
                                requirements,
                                Case.digest(name, "1." + version)));
            }
        }
        return candidates;
    }

    private static List<Requirement> requirements(
            Random random, int parcel, int version, int parcels) {
        List<Requirement> requirements = new ArrayList<>();
        for (int i = 1; i <= 5 && parcel + i < parcels; i++) {
            // The next one always, so that all of them are needed; the others are further away.
            int other = parcel + (i == 1 ? 1 : 1 + random.nextInt(parcels - parcel - 1));
            int from = Math.max(0, version - random.nextInt(3));
            int to = version + 1 + random.nextInt(4);
            requirements.add(
                    Requirement.parse(
                            "parcel-%d >=1.%d.0 <1.%d.0 as need-%d".formatted(other, from, to, i)));
        }
        return requirements;
    }

    /** Of how many parcels an older version was chosen. */
    static long olderThanNewest(Resolution resolution, int versions) {
        return resolution.parcels().stream()
                .filter(chosen ->
                        !chosen.candidate().version().equals("1." + (versions - 1) + ".0"))
                .count();
    }

    /** One bird more than there are holes, each in one hole and no two in the same: impossible. */
    static List<Candidate> pigeons(int holes) {
        List<Candidate> candidates = new ArrayList<>();
        List<Requirement> birds = new ArrayList<>();
        for (int bird = 0; bird <= holes; bird++) {
            birds.add(Requirement.parse("bird-" + bird));
            for (int hole = 1; hole <= holes; hole++) {
                candidates.add(bird(bird, hole));
            }
        }
        candidates.add(new Candidate("loft", "1", List.of(), birds, Case.digest("loft", "1")));
        return candidates;
    }

    private static Candidate bird(int bird, int hole) {
        List<Requirement> others = new ArrayList<>();
        for (int other = 0; other < bird; other++) {
            others.add(Requirement.parse("bird-%d !=%d".formatted(other, hole)));
        }
        String name = "bird-" + bird;
        return new Candidate(
                name, String.valueOf(hole), List.of(), others, Case.digest(name, "" + hole));
    }
}
