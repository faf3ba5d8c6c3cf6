package dev.cadastre.versions;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One scheme's grammar and order. All work is linear in the length of the texts, and numbers are
 * never converted, so that a hostile version costs no more than a long one.
 *
 * @param <V> a version that was read
 */
abstract class VersionOrder<V> {
    /**
     * Reads a version. Null when the text is none: then the cursor is at the first character that
     * does not fit, or at the end when something is missing there.
     */
    abstract @Nullable V read(Cursor cursor);

    /** A total preorder of the versions that can be read. */
    abstract int compare(V a, V b);

    /** How an installed version compares with one that a person typed. */
    int compareTyped(V installed, V typed) {
        return compare(installed, typed);
    }

    /** The text that a cursor reads; of the same length, so that places are the same. */
    Cursor cursor(String version) {
        return new Cursor(version);
    }

    final @Nullable V read(String version) {
        return read(cursor(version));
    }

    final int compareTexts(String a, String b) {
        V left = read(a);
        V right = read(b);
        if (left != null && right != null) {
            return compare(left, right);
        }
        if (left == null && right == null) {
            return a.compareTo(b);
        }
        return left == null ? -1 : 1;
    }

    final OptionalInt compareTypedTexts(String installed, String typed) {
        V right = read(typed);
        if (right == null) {
            return OptionalInt.empty();
        }
        V left = read(installed);
        return OptionalInt.of(left == null ? -1 : compareTyped(left, right));
    }
}
