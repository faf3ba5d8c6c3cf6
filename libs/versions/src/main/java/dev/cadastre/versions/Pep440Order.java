package dev.cadastre.versions;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Python's versions, {@code [N!]N(.N)*[{a|b|rc}N][.postN][.devN][+local]}, after PEP 440 with all
 * the spellings that it normalises, as the library {@code packaging} reads them.
 *
 * <p>Epochs compare as numbers, absent ones as 0; releases number by number, with zeros at the end
 * ignored. Then {@code .devN} comes before {@code aN}, {@code bN}, {@code rcN}, nothing, {@code
 * .postN}; within each, a development release before the thing itself. A local version comes after
 * the same version without one; its numbers compare as numbers and come after its words.
 */
final class Pep440Order extends VersionOrder<Pep440Order.Version> {
    private static final int ONLY_DEVELOPMENT = 0;
    private static final int FINAL = 4;

    /** The longer of two words with the same start stands first. */
    private static final List<Stage> STAGES =
            List.of(
                    new Stage("alpha", 1),
                    new Stage("a", 1),
                    new Stage("beta", 2),
                    new Stage("b", 2),
                    new Stage("preview", 3),
                    new Stage("pre", 3),
                    new Stage("rc", 3),
                    new Stage("c", 3));

    private record Stage(String word, int rank) {}

    /**
     * A version as its parts.
     *
     * @param epoch digits
     * @param release digits each, without zeros at the end
     * @param stage where the release is on its way to the final one
     * @param stageNumber digits, empty for a final release
     * @param post digits; null if this is no post-release
     * @param dev digits; null if this is no development release
     * @param local the words of the local version; empty if there is none
     */
    record Version(
            String epoch,
            List<String> release,
            int stage,
            String stageNumber,
            @Nullable String post,
            @Nullable String dev,
            List<String> local) {

        Version withoutLocal() {
            return new Version(epoch, release, stage, stageNumber, post, dev, List.of());
        }
    }

    @Override
    Cursor cursor(String version) {
        // Only ASCII letters have a lower case here, so that the length stays.
        StringBuilder text = new StringBuilder(version.length());
        version.chars()
                .map(c -> Ascii.isLetter(c) ? Character.toLowerCase(c) : c)
                .forEach(c -> text.append((char) c));
        return new Cursor(text.toString());
    }

    @Override
    @Nullable Version read(Cursor cursor) {
        cursor.skipAll(Ascii::isSpace);
        cursor.take('v');
        String first = cursor.takeAll(Ascii::isDigit);
        String epoch = "";
        if (!first.isEmpty() && cursor.take('!')) {
            epoch = first;
            first = cursor.takeAll(Ascii::isDigit);
        }
        if (first.isEmpty()) {
            return null;
        }
        List<String> release = release(first, cursor);
        Stage stage = takeStage(cursor);
        String stageNumber = stage == null ? "" : takeNumber(cursor);
        String post = takePost(cursor);
        String dev = takeWord(cursor, List.of("dev")) ? takeNumber(cursor) : null;
        List<String> local = takeLocal(cursor);
        cursor.skipAll(Ascii::isSpace);
        if (local == null || !cursor.isAtEnd()) {
            return null;
        }
        int rank =
                stage != null ? stage.rank : dev != null && post == null ? ONLY_DEVELOPMENT : FINAL;
        return new Version(epoch, release, rank, stageNumber, post, dev, local);
    }

    private static List<String> release(String first, Cursor cursor) {
        List<String> numbers = new ArrayList<>();
        numbers.add(first);
        while (cursor.nextIs(c -> c == '.') && cursor.secondIs(Ascii::isDigit)) {
            cursor.take();
            numbers.add(cursor.takeAll(Ascii::isDigit));
        }
        while (!numbers.isEmpty() && Digits.isZero(numbers.get(numbers.size() - 1))) {
            numbers.remove(numbers.size() - 1);
        }
        return numbers;
    }

    private static @Nullable Stage takeStage(Cursor cursor) {
        for (Stage stage : STAGES) {
            if (takeWord(cursor, List.of(stage.word))) {
                return stage;
            }
        }
        return null;
    }

    private static @Nullable String takePost(Cursor cursor) {
        if (cursor.nextIs(c -> c == '-') && cursor.secondIs(Ascii::isDigit)) {
            cursor.take();
            return cursor.takeAll(Ascii::isDigit);
        }
        return takeWord(cursor, List.of("post", "rev", "r")) ? takeNumber(cursor) : null;
    }

    /** Steps over the first of the words that comes next, after one separator at most. */
    private static boolean takeWord(Cursor cursor, List<String> words) {
        int start = cursor.at();
        cursor.takeOneOf(Pep440Order::isSeparator);
        if (words.stream().anyMatch(cursor::take)) {
            return true;
        }
        cursor.moveTo(start);
        return false;
    }

    /** The number behind a word; the separator may stand there even without one. */
    private static String takeNumber(Cursor cursor) {
        cursor.takeOneOf(Pep440Order::isSeparator);
        return cursor.takeAll(Ascii::isDigit);
    }

    private static @Nullable List<String> takeLocal(Cursor cursor) {
        List<String> words = new ArrayList<>();
        if (!cursor.take('+')) {
            return words;
        }
        do {
            String word = cursor.takeAll(Ascii::isAlphanumeric);
            if (word.isEmpty()) {
                return null;
            }
            words.add(word);
        } while (cursor.takeOneOf(Pep440Order::isSeparator));
        return words;
    }

    private static boolean isSeparator(int c) {
        return c == '-' || c == '_' || c == '.';
    }

    @Override
    int compare(Version a, Version b) {
        int order = Digits.compare(a.epoch, b.epoch);
        order = order != 0 ? order : compareReleases(a.release, b.release);
        order = order != 0 ? order : Integer.compare(a.stage, b.stage);
        order = order != 0 ? order : Digits.compare(a.stageNumber, b.stageNumber);
        order = order != 0 ? order : compareOptional(a.post, b.post, -1);
        order = order != 0 ? order : compareOptional(a.dev, b.dev, 1);
        return order != 0 ? order : compareLocals(a.local, b.local);
    }

    private static int compareReleases(List<String> a, List<String> b) {
        int both = Math.min(a.size(), b.size());
        for (int i = 0; i < both; i++) {
            int order = Digits.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareOptional(@Nullable String a, @Nullable String b, int absent) {
        if (a == null || b == null) {
            return a == null ? (b == null ? 0 : absent) : -absent;
        }
        return Digits.compare(a, b);
    }

    private static int compareLocals(List<String> a, List<String> b) {
        int both = Math.min(a.size(), b.size());
        for (int i = 0; i < both; i++) {
            int order = compareWords(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareWords(String a, String b) {
        boolean number = Digits.isNumber(a);
        if (number != Digits.isNumber(b)) {
            return number ? 1 : -1;
        }
        return number ? Digits.compare(a, b) : a.compareTo(b);
    }

    /**
     * As PEP 440's specifiers: the installed local version counts only if the typed one has one.
     */
    @Override
    int compareTyped(Version installed, Version typed) {
        return compare(typed.local.isEmpty() ? installed.withoutLocal() : installed, typed);
    }
}
