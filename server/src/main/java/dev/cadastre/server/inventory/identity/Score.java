package dev.cadastre.server.inventory.identity;

import dev.cadastre.server.inventory.HostDetail.IdentityKey;
import dev.cadastre.server.inventory.HostDetail.IdentityKey.Kind;
import dev.cadastre.server.inventory.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much speaks for a sighting being of a record.
 *
 * @param candidate the record
 * @param points positive for, negative against
 * @param agreeing the kinds of keys in which they agree
 * @param reasons what was weighed, for a person
 */
record Score(Candidate candidate, int points, Set<Kind> agreeing, List<String> reasons) {

    /** From here on two are taken for one. */
    static final int SAME = 2;

    /** More than all keys together: what two names tell at the same time are two hosts. */
    private static final int HEARD_UNDER_ITS_NAME = -100;

    static Score of(Sighting sighting, Candidate candidate) {
        List<String> reasons = new ArrayList<>();
        Set<Kind> agreeing = new HashSet<>();
        int points = name(sighting, candidate, reasons);
        for (Kind kind : Kind.values()) {
            points += key(kind, sighting, candidate, agreeing, reasons);
        }
        return new Score(candidate, points, Set.copyOf(agreeing), List.copyOf(reasons));
    }

    boolean same() {
        return points >= SAME;
    }

    /** Containers share the DMI of their host, so that alone says nothing about them. */
    boolean sharesOwnKey() {
        return agreeing.stream().anyMatch(kind -> kind != Kind.DMI_UUID);
    }

    private static int name(Sighting sighting, Candidate candidate, List<String> reasons) {
        if (!sighting.name().equals(candidate.claimedName())) {
            if (candidate.heardRecently() && !adopts(sighting, candidate)) {
                reasons.add(candidate.name() + " was heard of lately under its own name");
                return HEARD_UNDER_ITS_NAME;
            }
            return 0;
        }
        return switch (sighting.naming()) {
            case DECLARED -> said(5, "the estate says that it is " + sighting.name(), reasons);
            case BOUND -> said(3, "its credential is for " + sighting.name() + " only", reasons);
            case CLAIMED -> claimed(sighting, candidate, reasons);
        };
    }

    /** The estate gives a name to a host that it did not state before. */
    private static boolean adopts(Sighting sighting, Candidate candidate) {
        return sighting.naming() == Origin.Naming.DECLARED && !candidate.declared();
    }

    private static int claimed(Sighting sighting, Candidate candidate, List<String> reasons) {
        boolean elsewhere =
                sighting.environment() != null
                        && !sighting.environment().equals(candidate.environment());
        boolean unproved = sighting.keys().isEmpty() && !candidate.keys().isEmpty();
        if (elsewhere) {
            return said(0, "it says that it is in " + sighting.environment(), reasons);
        }
        return unproved
                ? said(0, "it shows nothing that it could be recognised by", reasons)
                : said(2, "it says that it is " + sighting.name(), reasons);
    }

    private static int key(
            Kind kind,
            Sighting sighting,
            Candidate candidate,
            Set<Kind> agreeing,
            List<String> reasons) {
        Set<String> seen = values(sighting.keys(), kind);
        Set<String> known = values(candidate.keys(), kind);
        if (seen.isEmpty() || known.isEmpty()) {
            return 0;
        }
        if (seen.stream().anyMatch(known::contains)) {
            agreeing.add(kind);
            return said(agreement(kind), "the " + word(kind) + " is the same", reasons);
        }
        return said(disagreement(kind), "the " + word(kind) + " differs", reasons);
    }

    private static int agreement(Kind kind) {
        return switch (kind) {
            case MACHINE_ID, SSH_HOST_KEY -> 4;
            case DMI_UUID -> 3;
            case CLOUD_ID -> 5;
        };
    }

    /** What a new installation changes weighs less than what only another machine changes. */
    private static int disagreement(Kind kind) {
        return switch (kind) {
            case MACHINE_ID, SSH_HOST_KEY -> -3;
            case DMI_UUID -> -4;
            case CLOUD_ID -> -5;
        };
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case MACHINE_ID -> "machine id";
            case SSH_HOST_KEY -> "SSH host key";
            case DMI_UUID -> "DMI UUID";
            case CLOUD_ID -> "cloud id";
        };
    }

    private static Set<String> values(Set<IdentityKey> keys, Kind kind) {
        return keys.stream()
                .filter(key -> key.kind() == kind)
                .map(IdentityKey::value)
                .collect(Collectors.toSet());
    }

    private static int said(int points, String reason, List<String> reasons) {
        reasons.add(reason);
        return points;
    }
}
