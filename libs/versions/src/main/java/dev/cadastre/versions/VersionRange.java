package dev.cadastre.versions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set of versions of one scheme: those that meet all bounds of at least one of some alternatives.
 *
 * <p>Bounds that are no versions of the scheme are compared like all strings; {@link #problems}
 * tells them.
 */
public final class VersionRange {
    private final VersionScheme scheme;
    private final List<List<Bound>> alternatives;

    private VersionRange(VersionScheme scheme, List<List<Bound>> alternatives) {
        this.scheme = scheme;
        this.alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    /** The versions that meet all of the bounds; with none, all versions. */
    public static VersionRange allOf(VersionScheme scheme, List<Bound> bounds) {
        return new VersionRange(scheme, List.of(bounds));
    }

    /**
     * The versions that meet all bounds in a text such as {@code >=3.0.0 <3.0.14}. Bounds are
     * divided by blanks or commas, and blanks may follow an operator. {@code ==} is {@code =}, and
     * so is no operator at all.
     *
     * @throws IllegalArgumentException if there is no bound, or an operator without a version
     */
    public static VersionRange parse(VersionScheme scheme, String text) {
        List<Bound> bounds = new ArrayList<>();
        Cursor cursor = new Cursor(text);
        cursor.skipAll(VersionRange::isDivider);
        while (!cursor.isAtEnd()) {
            bounds.add(takeBound(cursor));
            cursor.skipAll(VersionRange::isDivider);
        }
        if (bounds.isEmpty()) {
            throw new IllegalArgumentException(
                    "The range is empty; write bounds such as '>=1.0 <2.0'");
        }
        return allOf(scheme, bounds);
    }

    private static Bound takeBound(Cursor cursor) {
        int start = cursor.at();
        String symbol = cursor.takeAll(c -> "<>=!".indexOf(c) >= 0);
        cursor.skipAll(Ascii::isSpace);
        String version = cursor.takeAll(c -> !isDivider(c) && "<>=".indexOf(c) < 0);
        if (version.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no version behind the operator at column "
                            + (start + 1)
                            + "; write bounds such as '>=1.0 <2.0'");
        }
        return new Bound(operator(symbol, start), version);
    }

    private static Operator operator(String symbol, int start) {
        String written = symbol.isEmpty() || symbol.equals("==") ? "=" : symbol;
        return Operator.ofSymbol(written)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "What stands at column "
                                        + (start + 1)
                                        + " is no operator; there are < <= = != >= >"));
    }

    private static boolean isDivider(int c) {
        return c == ',' || Ascii.isSpace(c);
    }

    /**
     * The versions between introductions and what ends them, as OSV evaluates the events of a
     * range. Events may come in any order; those at equal versions count in the order given.
     * Without an introduction, there is no version in the range.
     */
    public static VersionRange ofEvents(VersionScheme scheme, List<RangeEvent> events) {
        List<RangeEvent> sorted = new ArrayList<>(events);
        sorted.sort(
                Comparator.comparing((RangeEvent event) -> !event.isStart())
                        .thenComparing(RangeEvent::version, scheme.comparator()));
        List<List<Bound>> intervals = new ArrayList<>();
        List<Bound> open = null;
        for (RangeEvent event : sorted) {
            if (event.kind() != RangeEvent.Kind.INTRODUCED) {
                if (open != null) {
                    open.add(event.bound());
                }
                open = null;
            } else if (open == null) {
                open = new ArrayList<>(event.isStart() ? List.of() : List.of(event.bound()));
                intervals.add(open);
            }
        }
        return new VersionRange(scheme, intervals);
    }

    /** The scheme of the versions. */
    public VersionScheme scheme() {
        return scheme;
    }

    /**
     * Whether the version is in the range by the scheme's order. A string that is no version is
     * older than all versions, and so lies in {@code <2.0}: what nobody can read is better looked
     * at than overlooked.
     */
    public boolean contains(String version) {
        return alternatives.stream()
                .anyMatch(
                        bounds -> bounds.stream().allMatch(bound -> bound.admits(scheme, version)));
    }

    /**
     * Whether the installed version is in the range when its bounds are what a person typed, and
     * may leave out epochs and revisions: {@code <3.0.14} does not contain the deb {@code
     * 1:3.0.14-1~deb12u2}, and {@code =3.0.14} does. See {@link VersionScheme#compareTyped}; a
     * bound that the scheme cannot read is only met if it is a {@code !=}.
     */
    public boolean containsInstalled(String installed) {
        return alternatives.stream()
                .anyMatch(bounds ->
                        bounds.stream()
                                .allMatch(bound -> bound.admitsInstalled(scheme, installed)));
    }

    /** What is wrong with those bounds that are no versions of the scheme. */
    public List<String> problems() {
        return alternatives.stream()
                .flatMap(List::stream)
                .flatMap(bound -> scheme.problem(bound.version()).stream())
                .distinct()
                .toList();
    }

    /** The bounds as they are written, alternatives divided by {@code ||}. */
    @Override
    public String toString() {
        return alternatives.stream()
                .map(bounds ->
                        bounds.stream().map(Bound::toString).collect(Collectors.joining(" ")))
                .map(bounds -> bounds.isEmpty() ? "*" : bounds)
                .collect(Collectors.joining(" || "));
    }
}
