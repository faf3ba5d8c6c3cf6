package dev.cadastre.server.web.page.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One or more changes at about the same time, to be marked above what is drawn.
 *
 * @param percent where
 * @param changes the changes, the first first
 */
public record ChangeMark(String percent, List<Change> changes) {

    /** What one sees in a tip. */
    private static final int TOLD = 6;

    /** Nearer than this, as a share of the width, two marks would cover each other. */
    private static final double NEAR = 0.008;

    /** Copies the changes. */
    public ChangeMark {
        changes = List.copyOf(changes);
    }

    /**
     * Something that changed.
     *
     * @param asset what it happened to
     * @param summary what happened
     */
    public record Change(Instant at, String asset, String summary) {}

    /** Marks of changes within a window. */
    public static List<ChangeMark> of(List<Change> changes, TimeWindow window) {
        List<ChangeMark> marks = new ArrayList<>();
        List<Change> together = new ArrayList<>();
        for (Change change :
                changes.stream()
                        .filter(one -> window.holds(one.at()))
                        .sorted(Comparator.comparing(Change::at))
                        .toList()) {
            if (!together.isEmpty()
                    && window.share(change.at()) - window.share(together.getFirst().at()) > NEAR) {
                marks.add(mark(together, window));
                together.clear();
            }
            together.add(change);
        }
        if (!together.isEmpty()) {
            marks.add(mark(together, window));
        }
        return marks;
    }

    private static ChangeMark mark(List<Change> changes, TimeWindow window) {
        return new ChangeMark(window.percent(changes.getFirst().at()), changes);
    }

    /** When the first of them was. */
    public Instant at() {
        return changes.getFirst().at();
    }

    /** Every change in a line, and how many more there are. */
    public String words() {
        String told =
                changes.stream()
                        .limit(TOLD)
                        .map(one -> one.asset() + ": " + one.summary())
                        .collect(Collectors.joining("\n"));
        return changes.size() > TOLD ? told + "\nand " + (changes.size() - TOLD) + " more" : told;
    }
}
