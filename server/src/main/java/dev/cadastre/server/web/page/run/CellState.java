package dev.cadastre.server.web.page.run;

import dev.cadastre.change.Status;
import dev.cadastre.change.run.Cell;
import java.util.Locale;

/** How far a step is at a place, as the matrix shows it; what has to be looked at first. */
public enum CellState {
    FAILED("F", "failed", "crit"),
    ERROR("E", "could not be done", "crit"),
    TIMED_OUT("T", "took too long", "crit"),
    BLOCKED("B", "blocked", "warn"),
    STOPPED("X", "stopped", "warn"),
    ASKS("?", "a person has to answer", "warn"),
    DOUBTFUL("!", "cut, and to be looked at", "warn"),
    RUNNING("R", "running", "going"),
    CHANGED("C", "done, and changed something", "ok"),
    UNCHANGED("=", "done, and had nothing to change", "ok"),
    UNDONE("U", "undone", "ok"),
    SKIPPED("–", "skipped", "idle"),
    PENDING("·", "not begun", "idle");

    private final String letter;
    private final String words;
    private final String mark;

    CellState(String letter, String words, String mark) {
        this.letter = letter;
        this.words = words;
        this.mark = mark;
    }

    /** What stands in the cell. */
    public String letter() {
        return letter;
    }

    /** What that means. */
    public String words() {
        return words;
    }

    /** The class of its mark beside words. */
    public String mark() {
        return mark;
    }

    /** The class of the cell. */
    public String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it went wrong. */
    public boolean isWrong() {
        return mark.equals("crit") || this == BLOCKED || this == STOPPED;
    }

    /** Whether nothing is left to do. */
    public boolean isDone() {
        return mark.equals("ok") || this == SKIPPED;
    }

    /** Of a job that was not undone, and is not about to be. */
    static CellState of(Cell cell) {
        if (cell.asks()) {
            return ASKS;
        }
        if (cell.skipped()) {
            return SKIPPED;
        }
        return cell.doubt() == Cell.Doubt.NONE ? of(cell.status(), cell.changed()) : DOUBTFUL;
    }

    private static CellState of(Status status, boolean changed) {
        return switch (status) {
            case PENDING -> PENDING;
            case RUNNING -> RUNNING;
            case OK -> changed ? CHANGED : UNCHANGED;
            case BLOCKED -> BLOCKED;
            case FAILED -> FAILED;
            case STOPPED -> STOPPED;
            case ERROR -> ERROR;
            case TIMED_OUT -> TIMED_OUT;
        };
    }

    /** Of a job of which the undoing counts as soon as that was begun. */
    static CellState of(Cell job, Cell undoing) {
        if (!CellPage.isBegun(undoing) && !undoing.asks()) {
            return of(job);
        }
        CellState undone = of(undoing);
        return undone == CHANGED || undone == UNCHANGED ? UNDONE : undone;
    }
}
