package dev.cadastre.versions;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A way to write and order versions.
 *
 * <p>Every scheme orders <em>all</em> strings, so that whatever hosts report can be sorted: valid
 * versions as the scheme's own tools do; a string that is no version of the scheme comes before all
 * valid ones, and such strings among themselves by {@link String#compareTo}. That order is total
 * and transitive, never throws, and takes time and memory linear in the length of the strings.
 * Different strings may be equal in it ({@code 1.0} and {@code 1.00} in {@link #DEB}): it is not
 * consistent with {@code equals}.
 */
public enum VersionScheme {
    /** Debian packages: deb-version(7), as {@code dpkg --compare-versions}. */
    DEB("Debian", new DebOrder()),

    /**
     * RPM packages: rpm-version(7), as {@code rpm.vercmp}. A version without a release comes before
     * the same version with one.
     */
    RPM("RPM", new RpmOrder()),

    /** Alpine packages: apk-package(5), as apk-tools 3. */
    APK("Alpine", new ApkOrder()),

    /** Python packages: PEP 440, as the library {@code packaging}. */
    PEP440("Python", new Pep440Order()),

    /**
     * Semantic versions, semver.org 2.0.0: npm, Go, Cargo. A leading {@code v} and the short forms
     * {@code 1} and {@code 1.2} are taken as well; build metadata is not compared.
     */
    SEMVER("semantic", new SemverOrder()),

    /**
     * Maven's version order specification, as {@code ComparableVersion} of Maven 3.9, save for the
     * pairs in which that one contradicts itself: {@code 1-1 > 1 > 1.0.beta.1 > 1-1}. Here {@code
     * 1.0.beta.1} is the oldest.
     */
    MAVEN("Maven", new MavenOrder()),

    /** Ruby packages, as {@code Gem::Version}. */
    GEM("RubyGems", new GemOrder());

    private static final int MOST_SHOWN = 60;

    private final String adjective;

    // Error Prone cannot see it, but the orders have no state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final VersionOrder<?> order;

    VersionScheme(String adjective, VersionOrder<?> order) {
        this.adjective = adjective;
        this.order = order;
    }

    /**
     * The scheme of a package URL's type, whatever its case: deb, rpm, apk, pypi, npm, golang,
     * cargo, maven or gem. Empty for all other types.
     */
    public static Optional<VersionScheme> ofPurlType(String type) {
        return Optional.ofNullable(
                switch (type.toLowerCase(Locale.ROOT)) {
                    case "deb" -> DEB;
                    case "rpm" -> RPM;
                    case "apk" -> APK;
                    case "pypi" -> PEP440;
                    case "npm", "golang", "cargo" -> SEMVER;
                    case "maven" -> MAVEN;
                    case "gem" -> GEM;
                    default -> null;
                });
    }

    /** Negative if {@code a} is older than {@code b}, zero if neither is, positive if newer. */
    public int compare(String a, String b) {
        return order.compareTexts(a, b);
    }

    /** {@link #compare} as a comparator, from the oldest to the newest. */
    public Comparator<String> comparator() {
        return this::compare;
    }

    /**
     * Compares an installed version with one that a person typed, who may leave out what they do
     * not know. What the typed version does not state, is not looked at:
     *
     * <ul>
     *   <li>the epoch of deb and rpm,
     *   <li>the revision of deb and apk, the release of rpm, the {@code ~hash} of apk,
     *   <li>the local version of Python.
     * </ul>
     *
     * Against an installed deb {@code 1:3.0.14-1~deb12u2}:
     *
     * <table>
     *   <caption>Typed versions</caption>
     *   <tr><th>typed</th><th>answer</th><th>hence</th></tr>
     *   <tr><td>{@code 3.0.11}</td><td>newer</td><td>{@code =3.0.11} is false, {@code >3.0.11} true</td></tr>
     *   <tr><td>{@code 3.0.14}</td><td>equal</td><td>{@code =}, {@code <=}, {@code >=} are true; {@code <}, {@code >}, {@code !=} false</td></tr>
     *   <tr><td>{@code 3.0.14-1~deb12u2}</td><td>equal</td><td>the epoch is not looked at</td></tr>
     *   <tr><td>{@code 3.0.14-1}</td><td>older</td><td>the revision is looked at: {@code <3.0.14-1} is true</td></tr>
     *   <tr><td>{@code 0:3.0.14}</td><td>newer</td><td>the epoch is looked at</td></tr>
     * </table>
     *
     * <p>Rpm reads the releases in dependencies so, and PEP 440 the local versions in specifiers.
     * What belongs to the upstream version is always looked at: {@code 2.7+dfsg-1} is newer than
     * {@code 2.7}. So is Python's epoch. The relation is no order; sort by {@link #compare}.
     *
     * @return negative if the installed version is older, zero if it is one of those that were
     *     typed, positive if it is newer; an installed string that is no version is older than all.
     *     Empty if the typed string is no version of this scheme, which {@link #problem} explains:
     *     nothing can be said then
     */
    public OptionalInt compareTyped(String installed, String typed) {
        return order.compareTypedTexts(installed, typed);
    }

    /** Whether the string is a version of this scheme. */
    public boolean isValid(String version) {
        return order.read(version) != null;
    }

    /** Why the string is no version of this scheme, in one line; empty if it is one. */
    public Optional<String> problem(String version) {
        Cursor cursor = order.cursor(version);
        return order.read(cursor) != null
                ? Optional.empty()
                : Optional.of(
                        "'%s' is no %s version: %s"
                                .formatted(shown(version), adjective, place(version, cursor.at())));
    }

    private static String place(String version, int at) {
        return at < version.length()
                ? "'%s' does not fit at column %d"
                        .formatted(shown(version.substring(at, at + 1)), at + 1)
                : "something is missing at its end";
    }

    /** The text, shortened, with a question mark for what a terminal should not see. */
    private static String shown(String text) {
        String start = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
        return start.codePoints()
                .map(c -> c >= ' ' && c <= '~' ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
