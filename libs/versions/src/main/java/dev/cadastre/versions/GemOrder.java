package dev.cadastre.versions;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RubyGems' versions, after {@code Gem::Version}.
 *
 * <p>A version is its runs of digits and of letters, a hyphen being read as {@code .pre.}. Zeros at
 * the end, and those before the first letters, are ignored. Runs compare one by one: numbers as
 * numbers, letters as ASCII text and before any number; what one side lacks is 0. So a version with
 * letters in it comes before the one without them.
 */
final class GemOrder extends VersionOrder<List<String>> {

    @Override
    @Nullable List<String> read(Cursor cursor) {
        List<String> runs = new ArrayList<>();
        cursor.skipAll(Ascii::isSpace);
        boolean complete = takeRelease(cursor, runs) && takePreRelease(cursor, runs);
        cursor.skipAll(Ascii::isSpace);
        return complete && cursor.isAtEnd() ? canonical(runs) : null;
    }

    private static boolean takeRelease(Cursor cursor, List<String> runs) {
        if (!cursor.nextIs(Ascii::isDigit)) {
            return false;
        }
        runs.add(cursor.takeAll(Ascii::isDigit));
        while (cursor.take('.')) {
            if (!takeRuns(cursor, runs)) {
                return false;
            }
        }
        return true;
    }

    private static boolean takePreRelease(Cursor cursor, List<String> runs) {
        if (!cursor.take('-')) {
            return true;
        }
        runs.add("pre");
        do {
            if (!takeRunsAndHyphens(cursor, runs)) {
                return false;
            }
        } while (cursor.take('.'));
        return true;
    }

    private static boolean takeRunsAndHyphens(Cursor cursor, List<String> runs) {
        int start = cursor.at();
        boolean more = true;
        while (more) {
            boolean hyphen = cursor.take('-');
            if (hyphen) {
                runs.add("pre");
            }
            more = takeRuns(cursor, runs) || hyphen;
        }
        return cursor.at() > start;
    }

    private static boolean takeRuns(Cursor cursor, List<String> runs) {
        int start = cursor.at();
        while (cursor.nextIs(Ascii::isAlphanumeric)) {
            runs.add(
                    cursor.nextIs(Ascii::isDigit)
                            ? cursor.takeAll(Ascii::isDigit)
                            : cursor.takeAll(Ascii::isLetter));
        }
        return cursor.at() > start;
    }

    private static List<String> canonical(List<String> runs) {
        int letters = 0;
        while (letters < runs.size() && Digits.isNumber(runs.get(letters))) {
            letters++;
        }
        List<String> canonical = new ArrayList<>(withoutZerosAtEnd(runs.subList(0, letters)));
        canonical.addAll(withoutZerosAtEnd(runs.subList(letters, runs.size())));
        return canonical;
    }

    private static List<String> withoutZerosAtEnd(List<String> runs) {
        int end = runs.size();
        while (end > 0 && Digits.isZero(runs.get(end - 1))) {
            end--;
        }
        return runs.subList(0, end);
    }

    @Override
    int compare(List<String> a, List<String> b) {
        int length = Math.max(a.size(), b.size());
        for (int i = 0; i < length; i++) {
            int order = compareRuns(runAt(a, i), runAt(b, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static String runAt(List<String> runs, int index) {
        return index < runs.size() ? runs.get(index) : "0";
    }

    private static int compareRuns(String a, String b) {
        boolean number = Digits.isNumber(a);
        if (number != Digits.isNumber(b)) {
            return number ? 1 : -1;
        }
        return number ? Digits.compare(a, b) : a.compareTo(b);
    }
}
