package dev.cadastre.versions;

/**
 * A version at which something begins or ceases to apply, as in the ranges of OSV.
 *
 * @param kind what happens there
 * @param version where; {@code 0} of an introduction is before all versions
 */
public record RangeEvent(Kind kind, String version) {

    /** What happens at a version. */
    public enum Kind {
        /** It applies to this version and the newer ones. */
        INTRODUCED,
        /** It does not apply to this version and the newer ones. */
        FIXED,
        /** It applies to this version, and not to newer ones. */
        LAST_AFFECTED
    }

    /** It applies from this version on; {@code 0} is the start of all. */
    public static RangeEvent introduced(String version) {
        return new RangeEvent(Kind.INTRODUCED, version);
    }

    /** It applies before this version. */
    public static RangeEvent fixed(String version) {
        return new RangeEvent(Kind.FIXED, version);
    }

    /** It applies up to this version, inclusive. */
    public static RangeEvent lastAffected(String version) {
        return new RangeEvent(Kind.LAST_AFFECTED, version);
    }

    /** Whether it applies from before all versions. */
    boolean isStart() {
        return kind == Kind.INTRODUCED && version.equals("0");
    }

    /** What a version has to meet for the event to be on the right side of it. */
    Bound bound() {
        return new Bound(
                switch (kind) {
                    case INTRODUCED -> Operator.AT_LEAST;
                    case FIXED -> Operator.LESS;
                    case LAST_AFFECTED -> Operator.AT_MOST;
                },
                version);
    }
}
