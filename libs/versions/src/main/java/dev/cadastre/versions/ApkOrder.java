package dev.cadastre.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Alpine's versions, {@code 1.2.3c_suffix4~hash-r5}, after apk-package(5) and the comparison of
 * apk-tools 3.
 *
 * <p>A version is compared part by part. The first number, and those of suffixes and revisions, are
 * numbers; a later number compares as text when either side has a leading zero ({@code 1.02} is
 * older than {@code 1.1}, {@code 1.010} older than {@code 1.02}). The suffixes are, from the
 * oldest: {@code alpha}, {@code beta}, {@code pre}, {@code rc}, all before the version without one,
 * and {@code cvs}, {@code svn}, {@code git}, {@code hg}, {@code p}, all after it. Where the parts
 * are of different kinds, the order is that of {@link Kind}.
 */
final class ApkOrder extends VersionOrder<List<ApkOrder.Part>> {
    private static final List<String> SUFFIXES =
            List.of("alpha", "beta", "pre", "rc", "cvs", "svn", "git", "hg", "p");
    private static final int PRE_RELEASES = 4;
    private static final Map<String, Kind> KINDS =
            SUFFIXES.stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    suffix -> suffix,
                                    suffix ->
                                            SUFFIXES.indexOf(suffix) < PRE_RELEASES
                                                    ? Kind.PRE_RELEASE
                                                    : Kind.POST_RELEASE));
    private static final Part END = new Part(Kind.END, "");

    /** Kinds of parts, from the oldest to the newest. */
    enum Kind {
        PRE_RELEASE,
        END,
        REVISION,
        HASH,
        SUFFIX_NUMBER,
        POST_RELEASE,
        LETTER,
        NUMBER,
        FIRST_NUMBER
    }

    /** One part of a version, with the text that tells it from others of its kind. */
    record Part(Kind kind, String text) {
        int compareWith(Part other) {
            if (kind != other.kind) {
                return kind.compareTo(other.kind);
            }
            return switch (kind) {
                case FIRST_NUMBER, SUFFIX_NUMBER, REVISION -> Digits.compare(text, other.text);
                case NUMBER ->
                        text.startsWith("0") || other.text.startsWith("0")
                                ? text.compareTo(other.text)
                                : Digits.compare(text, other.text);
                case PRE_RELEASE, POST_RELEASE ->
                        Integer.compare(SUFFIXES.indexOf(text), SUFFIXES.indexOf(other.text));
                case LETTER, HASH, END -> text.compareTo(other.text);
            };
        }
    }

    @Override
    @Nullable List<Part> read(Cursor cursor) {
        List<Part> parts = new ArrayList<>();
        boolean complete =
                takeNumber(cursor, Kind.FIRST_NUMBER, parts)
                        && takeNumbers(cursor, parts)
                        && takeSuffixes(cursor, parts)
                        && takeHash(cursor, parts)
                        && takeRevision(cursor, parts)
                        && cursor.isAtEnd();
        return complete ? parts : null;
    }

    private static boolean takeNumber(Cursor cursor, Kind kind, List<Part> parts) {
        String digits = cursor.takeAll(Ascii::isDigit);
        return !digits.isEmpty() && parts.add(new Part(kind, digits));
    }

    private static boolean takeNumbers(Cursor cursor, List<Part> parts) {
        while (cursor.take('.')) {
            if (!takeNumber(cursor, Kind.NUMBER, parts)) {
                return false;
            }
        }
        if (cursor.nextIs(Ascii::isLowerCase)) {
            parts.add(new Part(Kind.LETTER, String.valueOf(cursor.take())));
        }
        return true;
    }

    private static boolean takeSuffixes(Cursor cursor, List<Part> parts) {
        while (cursor.take('_')) {
            int start = cursor.at();
            String suffix = cursor.takeAll(Ascii::isLowerCase);
            Kind kind = KINDS.get(suffix);
            if (kind == null) {
                cursor.moveTo(start);
                return false;
            }
            parts.add(new Part(kind, suffix));
            if (cursor.nextIs(Ascii::isDigit)) {
                takeNumber(cursor, Kind.SUFFIX_NUMBER, parts);
            }
        }
        return true;
    }

    private static boolean takeHash(Cursor cursor, List<Part> parts) {
        if (!cursor.take('~')) {
            return true;
        }
        String hash = cursor.takeAll(c -> Ascii.isDigit(c) || (c >= 'a' && c <= 'f'));
        return !hash.isEmpty() && parts.add(new Part(Kind.HASH, hash));
    }

    private static boolean takeRevision(Cursor cursor, List<Part> parts) {
        return !cursor.take("-r") || takeNumber(cursor, Kind.REVISION, parts);
    }

    @Override
    int compare(List<Part> a, List<Part> b) {
        int length = Math.max(a.size(), b.size());
        for (int i = 0; i < length; i++) {
            int order = partAt(a, i).compareWith(partAt(b, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static Part partAt(List<Part> parts, int index) {
        return index < parts.size() ? parts.get(index) : END;
    }

    /** Looks at the installed revision and hash only if the typed version has them too. */
    @Override
    int compareTyped(List<Part> installed, List<Part> typed) {
        Set<Kind> stated = typed.stream().map(Part::kind).collect(Collectors.toSet());
        List<Part> compared =
                installed.stream()
                        .filter(part ->
                                (part.kind() != Kind.REVISION && part.kind() != Kind.HASH)
                                        || stated.contains(part.kind()))
                        .toList();
        return compare(compared, typed);
    }
}
