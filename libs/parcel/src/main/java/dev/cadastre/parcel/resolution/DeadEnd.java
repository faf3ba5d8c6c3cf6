package dev.cadastre.parcel.resolution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel of which no version could be chosen, for people to read.
 *
 * @param parcel its name
 * @param rejections why not, version by version in the order in which they were tried; only the
 *     first that led to another dead end keeps that one, so that all of them stay a chain
 */
record DeadEnd(String parcel, List<Rejection> rejections) {

    /**
     * Why a version was not chosen.
     *
     * @param candidate the version
     * @param reason why
     * @param need what it does not meet, or does not get
     * @param other what stands against it; null if there is nothing
     * @param deeper where it led to; null if it was not even tried
     */
    record Rejection(
            Candidate candidate,
            Reason reason,
            @Nullable Need need,
            @Nullable Object other,
            @Nullable DeadEnd deeper) {

        private Rejection withoutDeeper() {
            return new Rejection(candidate, reason, need, other, null);
        }
    }

    /** Kinds of reasons. */
    enum Reason {
        UNWANTED,
        PINNED,
        LACKING,
        TAKEN,
        CLASH,
        DEEPER
    }

    DeadEnd {
        List<Rejection> chain = new ArrayList<>();
        boolean kept = false;
        for (Rejection rejection : rejections) {
            chain.add(kept ? rejection.withoutDeeper() : rejection);
            kept |= rejection.deeper() != null;
        }
        rejections = List.copyOf(chain);
    }

    /** Where the first version that got so far led to; null if none did. */
    @Nullable DeadEnd deeper() {
        return rejections.stream()
                .filter(rejection -> rejection.deeper() != null)
                .findFirst()
                .map(Rejection::deeper)
                .orElse(null);
    }
}
