package dev.cadastre.server.topology.telling;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/** What was said of the map cannot be so, and nothing of it was taken. */
@NamedInterface("telling")
public final class MapRefused extends RuntimeException {

    /** Why. */
    @NamedInterface("telling")
    public enum Reason {
        /** It contradicts itself, or is written wrongly. */
        INVALID,
        /** It is about something that is not there. */
        UNKNOWN,
        /** The estate states otherwise, and only the estate changes that. */
        DECLARED,
        /** It contradicts what is there. */
        CONFLICT
    }

    private final Reason reason;
    private final transient List<MapProblem> problems;

    /**
     * A refusal.
     *
     * @param problems all that is wrong, at least one
     */
    public MapRefused(Reason reason, List<MapProblem> problems) {
        super(problems.getFirst().message());
        this.reason = reason;
        this.problems = List.copyOf(problems);
    }

    MapRefused(Reason reason, String code, String message, String remedy) {
        this(reason, List.of(new MapProblem(code, "", message, remedy)));
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** All that is wrong. */
    public List<MapProblem> problems() {
        return problems;
    }
}
