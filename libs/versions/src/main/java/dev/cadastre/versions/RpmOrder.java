package dev.cadastre.versions;

import org.jspecify.annotations.Nullable;

/**
 * RPM's versions, {@code [epoch:]version[-release]}, after rpm-version(7) and {@code rpm.vercmp}.
 *
 * <p>Epochs compare as numbers, absent ones as 0. Versions and then releases compare by their runs
 * of letters and of digits; whatever stands between is only a separator, but for two: {@code ~}
 * comes before the end, {@code ^} after the end and before all else. Digits are newer than letters.
 * Between equal versions an absent release comes before any other, as when rpm orders packages.
 *
 * <p>In a dependency rpm looks at releases only when both sides have one. That relation is no order
 * ({@code 1-1} and {@code 1-2} would both equal {@code 1}); comparing with a typed version is the
 * place for it.
 */
final class RpmOrder extends VersionOrder<PackageVersion> {

    /** What can come next, from the oldest to the newest. */
    private enum Next {
        TILDE,
        END,
        CARET,
        LETTERS,
        DIGITS
    }

    @Override
    @Nullable PackageVersion read(Cursor cursor) {
        String epoch = PackageVersion.takeEpoch(cursor);
        String version = cursor.takeAll(RpmOrder::isPart);
        if (version.isEmpty()) {
            return null;
        }
        String release = null;
        if (cursor.take('-')) {
            release = cursor.takeAll(RpmOrder::isPart);
            if (release.isEmpty()) {
                return null;
            }
        }
        return cursor.isAtEnd() ? new PackageVersion(epoch, version, release) : null;
    }

    private static boolean isPart(int c) {
        return Ascii.isAlphanumeric(c) || "._+~^".indexOf(c) >= 0;
    }

    private static boolean isSeparator(int c) {
        return !Ascii.isAlphanumeric(c) && c != '~' && c != '^';
    }

    @Override
    int compare(PackageVersion a, PackageVersion b) {
        int byEpoch = a.compareEpoch(b);
        int byVersion = byEpoch != 0 ? byEpoch : compareParts(a.upstream(), b.upstream());
        if (byVersion != 0) {
            return byVersion;
        }
        if (a.revision() == null || b.revision() == null) {
            return Boolean.compare(a.revision() != null, b.revision() != null);
        }
        return compareParts(a.revision(), b.revision());
    }

    @Override
    int compareTyped(PackageVersion installed, PackageVersion typed) {
        return compare(installed.asFarAs(typed), typed);
    }

    private static int compareParts(String a, String b) {
        Cursor left = new Cursor(a);
        Cursor right = new Cursor(b);
        while (true) {
            Next next = next(left);
            int order = next.compareTo(next(right));
            if (order != 0 || next == Next.END) {
                return order;
            }
            order = compareRuns(next, left, right);
            if (order != 0) {
                return order;
            }
        }
    }

    private static Next next(Cursor cursor) {
        cursor.skipAll(RpmOrder::isSeparator);
        if (cursor.isAtEnd()) {
            return Next.END;
        }
        return switch (cursor.peek()) {
            case '~' -> Next.TILDE;
            case '^' -> Next.CARET;
            default -> cursor.nextIs(Ascii::isDigit) ? Next.DIGITS : Next.LETTERS;
        };
    }

    private static int compareRuns(Next next, Cursor left, Cursor right) {
        return switch (next) {
            case DIGITS ->
                    Digits.compare(left.takeAll(Ascii::isDigit), right.takeAll(Ascii::isDigit));
            case LETTERS -> left.takeAll(Ascii::isLetter).compareTo(right.takeAll(Ascii::isLetter));
            default -> Character.compare(left.take(), right.take());
        };
    }
}
