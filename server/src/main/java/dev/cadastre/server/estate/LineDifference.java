package dev.cadastre.server.estate;

import java.util.ArrayList;
import java.util.List;

/** How two texts differ, as a unified diff. Pure. */
final class LineDifference {

    private static final int CONTEXT = 3;

    /**
     * Beyond that what differs is shown as a whole, since finding out more takes too much memory.
     */
    private static final long MOST_CELLS = 4_000_000;

    private final List<String> before;
    private final List<String> after;

    private LineDifference(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** A line of either text, or of both. */
    private record Line(char mark, String text) {}

    /**
     * What differs.
     *
     * @param name of both
     */
    static String between(String name, String before, String after) {
        List<Line> lines =
                new LineDifference(before.lines().toList(), after.lines().toList()).lines();
        return "--- %s\n+++ %s\n%s".formatted(name, name, hunks(lines));
    }

    private List<Line> lines() {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && before.reversed().get(end).equals(after.reversed().get(end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        before.subList(0, start).forEach(line -> lines.add(new Line(' ', line)));
        middle(
                before.subList(start, before.size() - end),
                after.subList(start, after.size() - end),
                lines);
        before.subList(before.size() - end, before.size())
                .forEach(line -> lines.add(new Line(' ', line)));
        return lines;
    }

    private static void middle(List<String> old, List<String> now, List<Line> lines) {
        int[][] common = (long) old.size() * now.size() > MOST_CELLS ? null : common(old, now);
        int i = 0;
        int j = 0;
        while (common != null && i < old.size() && j < now.size()) {
            if (old.get(i).equals(now.get(j))) {
                lines.add(new Line(' ', old.get(i++)));
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line('-', old.get(i++)));
            } else {
                lines.add(new Line('+', now.get(j++)));
            }
        }
        old.subList(i, old.size()).forEach(line -> lines.add(new Line('-', line)));
        now.subList(j, now.size()).forEach(line -> lines.add(new Line('+', line)));
    }

    /** How many lines both have in common from each pair of lines on. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] =
                        old.get(i).equals(now.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static String hunks(List<Line> lines) {
        StringBuilder hunks = new StringBuilder();
        int oldLine = 1;
        int newLine = 1;
        int at = 0;
        while (at < lines.size()) {
            int end = hunkEnd(lines, at);
            if (end == at) {
                // Nothing differs near this line, so that it is in both.
                at++;
                oldLine++;
                newLine++;
                continue;
            }
            List<Line> hunk = lines.subList(at, end);
            int old = count(hunk, '+');
            int now = count(hunk, '-');
            hunks.append("@@ -%d,%d +%d,%d @@\n".formatted(oldLine, old, newLine, now));
            hunk.forEach(line -> hunks.append(line.mark()).append(line.text()).append('\n'));
            oldLine += old;
            newLine += now;
            at = end;
        }
        return hunks.toString();
    }

    /** Where a hunk ends that begins at a line; there, if none does. */
    private static int hunkEnd(List<Line> lines, int from) {
        int end = from;
        int reach = from + CONTEXT;
        for (int i = from; i < lines.size() && i <= reach; i++) {
            if (lines.get(i).mark() != ' ') {
                end = Math.min(lines.size(), i + 1 + CONTEXT);
                reach = i + 2 * CONTEXT + 1;
            }
        }
        return end;
    }

    private static int count(List<Line> lines, char without) {
        return (int) lines.stream().filter(line -> line.mark() != without).count();
    }
}
