package dev.cadastre.versions;

/**
 * One requirement of a version, such as {@code <3.0.14}.
 *
 * @param operator what a version has to be
 * @param version what it is compared with
 */
public record Bound(Operator operator, String version) {

    /** Whether a version meets it in the scheme's order. */
    public boolean admits(VersionScheme scheme, String candidate) {
        return operator.holds(scheme.compare(candidate, version));
    }

    /**
     * Whether an installed version meets it when its version was typed by a person, as {@link
     * VersionScheme#compareTyped} says. With a typed version that the scheme cannot read, only
     * {@code !=} is met.
     */
    public boolean admitsInstalled(VersionScheme scheme, String installed) {
        var comparison = scheme.compareTyped(installed, version);
        return comparison.isPresent()
                ? operator.holds(comparison.getAsInt())
                : operator == Operator.NOT_EQUAL;
    }

    /** As it is written. */
    @Override
    public String toString() {
        return operator.symbol() + version;
    }
}
