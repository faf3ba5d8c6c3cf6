package dev.cadastre.versions;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Semantic versions after semver.org 2.0.0, as npm, Cargo and Go use them.
 *
 * <p>Numbers compare as numbers; a version with a pre-release comes before the one without; the
 * identifiers of pre-releases compare one by one, numeric ones as numbers and before the others,
 * which compare as ASCII text; fewer identifiers come first. Build metadata is not compared.
 *
 * <p>Two things are taken beyond the specification, both from Go's {@code golang.org/x/mod/semver}:
 * a leading {@code v}, and {@code 1} and {@code 1.2} as short forms of {@code 1.0.0} and {@code
 * 1.2.0}.
 */
final class SemverOrder extends VersionOrder<SemverOrder.Version> {

    /** A version without its build metadata. */
    record Version(List<String> numbers, List<String> preRelease) {}

    @Override
    @Nullable Version read(Cursor cursor) {
        cursor.take('v');
        List<String> numbers = new ArrayList<>();
        do {
            if (!takeNumber(cursor, numbers)) {
                return null;
            }
        } while (numbers.size() < 3 && cursor.take('.'));
        List<String> preRelease = new ArrayList<>();
        boolean complete =
                numbers.size() < 3
                        || (takeIdentifiers(cursor, '-', true, preRelease)
                                && takeIdentifiers(cursor, '+', false, new ArrayList<>()));
        return complete && cursor.isAtEnd() ? new Version(numbers, preRelease) : null;
    }

    private static boolean takeNumber(Cursor cursor, List<String> numbers) {
        int start = cursor.at();
        String digits = cursor.takeAll(Ascii::isDigit);
        if (hasLeadingZero(digits)) {
            cursor.moveTo(start);
            return false;
        }
        return !digits.isEmpty() && numbers.add(digits);
    }

    private static boolean takeIdentifiers(
            Cursor cursor, char mark, boolean ordered, List<String> identifiers) {
        if (!cursor.take(mark)) {
            return true;
        }
        do {
            int start = cursor.at();
            String identifier = cursor.takeAll(c -> Ascii.isAlphanumeric(c) || c == '-');
            if (ordered && Digits.isNumber(identifier) && hasLeadingZero(identifier)) {
                cursor.moveTo(start);
                return false;
            }
            if (identifier.isEmpty()) {
                return false;
            }
            identifiers.add(identifier);
        } while (cursor.take('.'));
        return true;
    }

    private static boolean hasLeadingZero(String digits) {
        return digits.length() > 1 && digits.startsWith("0");
    }

    @Override
    int compare(Version a, Version b) {
        for (int i = 0; i < 3; i++) {
            int order = Digits.compare(numberAt(a, i), numberAt(b, i));
            if (order != 0) {
                return order;
            }
        }
        if (a.preRelease().isEmpty() || b.preRelease().isEmpty()) {
            return Boolean.compare(a.preRelease().isEmpty(), b.preRelease().isEmpty());
        }
        return comparePreReleases(a.preRelease(), b.preRelease());
    }

    private static String numberAt(Version version, int index) {
        return index < version.numbers().size() ? version.numbers().get(index) : "0";
    }

    private static int comparePreReleases(List<String> a, List<String> b) {
        int both = Math.min(a.size(), b.size());
        for (int i = 0; i < both; i++) {
            int order = compareIdentifiers(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareIdentifiers(String a, String b) {
        boolean number = Digits.isNumber(a);
        if (number != Digits.isNumber(b)) {
            return number ? -1 : 1;
        }
        return number ? Digits.compare(a, b) : a.compareTo(b);
    }
}
