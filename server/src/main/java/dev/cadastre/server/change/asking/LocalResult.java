package dev.cadastre.server.change.asking;

import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.script.ScriptAnswer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What a command line tells of what it did.
 *
 * @param code why it was refused; empty otherwise
 * @param reason the same in a sentence; empty otherwise
 * @param answers what scripts and programs said, by the numbers of their tasks
 */
@NamedInterface("asking")
public record LocalResult(
        Kind kind, String code, String reason, Map<Integer, ScriptAnswer> answers) {

    /** How it ended. */
    public enum Kind {
        /** It looked. */
        LOOKED,
        /** It was done, if only to say that it cannot be. */
        ANSWERED,
        /** It took too long, and was ended. */
        TIMED_OUT,
        /** It was ended since the run was stopped. */
        STOPPED,
        /** It is not done there. */
        REFUSED,
        /** The command line cannot do anything there. */
        OUT_OF_REACH
    }

    /** Copies the answers. */
    public LocalResult {
        answers = Map.copyOf(answers);
    }

    static LocalResult of(Kind kind, String reason) {
        return new LocalResult(kind, "", reason, Map.of());
    }

    /** As the end of a look; null if it cannot be that. */
    HostSession.@Nullable Looking looking() {
        return switch (kind) {
            case LOOKED -> new HostSession.Looked(answers);
            case REFUSED -> new HostSession.Refused(code, reason);
            case STOPPED -> new HostSession.OutOfReach("it was stopped");
            case OUT_OF_REACH -> new HostSession.OutOfReach(reason);
            case ANSWERED, TIMED_OUT -> null;
        };
    }

    /** As the end of that task; null if it cannot be that. */
    HostSession.@Nullable Running running(int task) {
        ScriptAnswer answer = answers.get(task);
        return switch (kind) {
            case ANSWERED -> answer == null ? null : new HostSession.Answered(answer);
            case TIMED_OUT -> new HostSession.TimedOut();
            case STOPPED -> new HostSession.Stopped();
            case REFUSED -> new HostSession.Refused(code, reason);
            case OUT_OF_REACH -> new HostSession.OutOfReach(reason);
            case LOOKED -> null;
        };
    }
}
