package dev.cadastre.server.web.page.run;

import dev.cadastre.change.run.Cell;
import dev.cadastre.change.run.Lane;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a place is; what has to be looked at first. */
public enum RowState {
    FAILED("failed"),
    ASKS("asks"),
    RUNNING("running"),
    LEFT("has more to do"),
    DONE("done");

    private final String words;

    RowState(String words) {
        this.words = words;
    }

    /** What that means. */
    public String words() {
        return words;
    }

    /** As addresses have it. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class of its mark. */
    public String mark() {
        return switch (this) {
            case FAILED -> "crit";
            case ASKS -> "warn";
            case RUNNING -> "going";
            case LEFT -> "idle";
            case DONE -> "ok";
        };
    }

    /** Whether it is shown before all others. */
    boolean isFirst() {
        return this == FAILED || this == ASKS;
    }

    static Optional<RowState> ofPath(String path) {
        return Stream.of(values()).filter(state -> state.path().equals(path)).findFirst();
    }

    /**
     * Of a place.
     *
     * @param hasMore whether anything is left to do there, or to undo
     */
    static RowState of(Lane lane, boolean hasMore) {
        if (lane.isFailed()) {
            return FAILED;
        }
        boolean asks =
                Stream.concat(lane.jobs().values().stream(), lane.undone().values().stream())
                        .anyMatch(Cell::asks);
        if (asks) {
            return ASKS;
        }
        if (lane.running() != null) {
            return RUNNING;
        }
        return hasMore ? LEFT : DONE;
    }
}
