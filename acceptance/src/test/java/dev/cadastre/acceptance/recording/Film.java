package dev.cadastre.acceptance.recording;

import dev.cadastre.acceptance.recording.Cast.Event;
import dev.cadastre.acceptance.recording.Cast.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recording as what is to be seen when, so that it can be drawn without a terminal.
 *
 * @param seconds how long it takes
 */
record Film(int columns, int rows, String title, double seconds, List<Part> parts) {

    /** Two characters that are further apart were not typed one after the other. */
    private static final double TYPING_GAP = 0.2;

    /**
     * A scene.
     *
     * @param shown what is seen at some time, by lines
     * @param scrolled how many lines have gone out above, from some time on
     */
    record Part(
            String title, double from, double until, List<Shown> shown, List<Scroll> scrolled) {}

    /**
     * A line as it is for a while.
     *
     * @param until when something else stands there; the end of the scene if nothing does
     * @param typing how it was typed, if it was
     */
    record Shown(int row, double from, double until, List<Run> runs, @Nullable Typing typing) {

        int end() {
            Run last = runs.getLast();
            return last.column() + last.text().codePointCount(0, last.text().length());
        }
    }

    /**
     * A part of a line that is typed at an even pace.
     *
     * @param column of the first character
     */
    record Typing(double from, double until, int column, int characters) {}

    /** That many lines have gone out above by then. */
    record Scroll(double at, int lines) {}

    static Film of(Cast cast) {
        List<Part> parts = new ArrayList<>();
        Taking taking = null;
        for (Event event : cast.events()) {
            if (event.kind() == Kind.MARKER) {
                if (taking != null) {
                    parts.add(taking.end(event.seconds()));
                }
                taking = new Taking(cast, event);
            } else if (taking != null) {
                taking.take(event);
            }
        }
        if (taking != null) {
            parts.add(taking.end(cast.seconds()));
        }
        return new Film(cast.columns(), cast.rows(), cast.title(), cast.seconds(), parts);
    }

    /** A scene that is being filmed. */
    private static final class Taking {
        private final String title;
        private final double from;
        private final int rows;
        private final Screen screen;
        private final Map<Integer, Shown> standing = new HashMap<>();
        private final List<Shown> gone = new ArrayList<>();
        private final List<Scroll> scrolled = new ArrayList<>();

        Taking(Cast cast, Event marker) {
            title = marker.text();
            from = marker.seconds();
            rows = cast.rows();
            screen = new Screen(cast.columns());
        }

        void take(Event event) {
            for (int row : screen.take(event.text())) {
                show(row, event);
            }
            int lines = Math.max(0, screen.row() - rows + 1);
            int before = scrolled.isEmpty() ? 0 : scrolled.getLast().lines();
            if (lines > before) {
                scrolled.add(new Scroll(event.seconds(), lines));
            }
        }

        private void show(int row, Event event) {
            Shown before = standing.get(row);
            List<Run> runs = screen.runs(row);
            if (before != null && before.runs().equals(runs)) {
                return;
            }
            Shown now = new Shown(row, event.seconds(), Double.NaN, runs, null);
            Shown typed = before == null ? null : typed(before, now);
            if (typed != null) {
                standing.put(row, typed);
                return;
            }
            if (runs.isEmpty()) {
                standing.remove(row);
            } else {
                standing.put(row, now);
            }
            if (before != null && before.from() < event.seconds()) {
                gone.add(until(before, event.seconds()));
            }
        }

        /** The line before with one character more, if it goes on being typed so. */
        private static @Nullable Shown typed(Shown before, Shown now) {
            if (!text(now).startsWith(text(before))
                    || text(now).substring(text(before).length()).strip().length() != 1) {
                return null;
            }
            Typing so = before.typing();
            if (so == null) {
                so = new Typing(now.from(), now.from(), now.end() - 1, 1);
            } else if (now.from() - so.until() > TYPING_GAP) {
                return null;
            } else {
                int characters = now.end() - so.column();
                so = new Typing(so.from(), now.from(), so.column(), characters);
            }
            return new Shown(now.row(), before.from(), Double.NaN, now.runs(), so);
        }

        private static String text(Shown shown) {
            StringBuilder text = new StringBuilder();
            for (Run run : shown.runs()) {
                text.repeat(' ', Math.max(0, run.column() - text.length())).append(run.text());
            }
            return text.toString();
        }

        private static Shown until(Shown shown, double until) {
            return new Shown(shown.row(), shown.from(), until, shown.runs(), shown.typing());
        }

        Part end(double until) {
            List<Shown> shown = new ArrayList<>(gone);
            standing.values().forEach(line -> shown.add(until(line, until)));
            shown.sort(Comparator.comparingInt(Shown::row).thenComparingDouble(Shown::from));
            return new Part(title, from, until, shown, List.copyOf(scrolled));
        }
    }
}
