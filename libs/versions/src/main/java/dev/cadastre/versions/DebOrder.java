package dev.cadastre.versions;

import org.jspecify.annotations.Nullable;

/**
 * Debian's versions, {@code [epoch:]upstream[-revision]}, after deb-version(7) and {@code dpkg
 * --compare-versions}.
 *
 * <p>The grammar is what {@code dpkg --validate-version} accepts. Epochs compare as numbers, absent
 * ones as 0. Upstream versions and then revisions compare by their runs of non-digits and of digits
 * in turn; in the former {@code ~} comes before the end, the end before letters, letters before the
 * rest; the latter are numbers. An absent revision is as 0.
 */
final class DebOrder extends VersionOrder<PackageVersion> {
    private static final String GREATEST_EPOCH = "2147483647";

    @Override
    @Nullable PackageVersion read(Cursor cursor) {
        String epoch = PackageVersion.takeEpoch(cursor);
        if (epoch != null && Digits.compare(epoch, GREATEST_EPOCH) > 0) {
            cursor.moveTo(0);
            return null;
        }
        if (!cursor.nextIs(Ascii::isDigit)) {
            return null;
        }
        boolean colons = epoch != null;
        int start = cursor.at();
        String rest = cursor.takeAll(c -> isRevision(c) || c == '-' || (c == ':' && colons));
        if (!cursor.isAtEnd()) {
            return null;
        }
        int hyphen = rest.lastIndexOf('-');
        if (hyphen < 0) {
            return new PackageVersion(epoch, rest, null);
        }
        cursor.moveTo(start + hyphen + 1);
        String revision = cursor.takeAll(DebOrder::isRevision);
        return cursor.isAtEnd() && !revision.isEmpty()
                ? new PackageVersion(epoch, rest.substring(0, hyphen), revision)
                : null;
    }

    private static boolean isRevision(int c) {
        return Ascii.isAlphanumeric(c) || c == '.' || c == '+' || c == '~';
    }

    @Override
    int compare(PackageVersion a, PackageVersion b) {
        int byEpoch = a.compareEpoch(b);
        int byUpstream = byEpoch != 0 ? byEpoch : compareParts(a.upstream(), b.upstream());
        return byUpstream != 0
                ? byUpstream
                : compareParts(a.revisionOrEmpty(), b.revisionOrEmpty());
    }

    @Override
    int compareTyped(PackageVersion installed, PackageVersion typed) {
        return compare(installed.asFarAs(typed), typed);
    }

    private static int compareParts(String a, String b) {
        Cursor left = new Cursor(a);
        Cursor right = new Cursor(b);
        while (!left.isAtEnd() || !right.isAtEnd()) {
            int byText = compareText(left, right);
            if (byText != 0) {
                return byText;
            }
            int byNumber =
                    Digits.compare(left.takeAll(Ascii::isDigit), right.takeAll(Ascii::isDigit));
            if (byNumber != 0) {
                return byNumber;
            }
        }
        return 0;
    }

    /** Steps over a run of non-digits on both sides, up to the first difference. */
    private static int compareText(Cursor left, Cursor right) {
        while (true) {
            int a = weight(left);
            int b = weight(right);
            if (a != b || a == 0) {
                return Integer.compare(a, b);
            }
            left.take();
            right.take();
        }
    }

    /** Zero where the run of non-digits ends, by a digit or with the text. */
    private static int weight(Cursor cursor) {
        if (cursor.isAtEnd() || cursor.nextIs(Ascii::isDigit)) {
            return 0;
        }
        char c = cursor.peek();
        if (c == '~') {
            return -1;
        }
        return Ascii.isLetter(c) ? c : c + 256;
    }
}
