package dev.cadastre.server.web.api.problem;

import dev.cadastre.api.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private final ProblemKind kind;
    private final String detail;
    private final @Nullable String remedy;
    private final transient List<Problem.Part> parts;

    /** A problem with one cause; the parameters are those of {@link Problem}. */
    public ProblemException(ProblemKind kind, String detail, @Nullable String remedy) {
        this(kind, detail, remedy, List.of());
    }

    /** A problem in several places. */
    public ProblemException(
            ProblemKind kind, String detail, @Nullable String remedy, List<Problem.Part> parts) {
        super(kind.code() + ": " + detail);
        this.kind = kind;
        this.detail = detail;
        this.remedy = remedy;
        this.parts = List.copyOf(parts);
    }

    /** A problem with all that is wrong, at least one thing, because of which nothing was done. */
    public static ProblemException of(ProblemKind kind, List<Problem.Part> parts) {
        if (parts.size() == 1) {
            Problem.Part only = parts.getFirst();
            return new ProblemException(kind, only.detail(), only.remedy(), parts);
        }
        return new ProblemException(
                kind,
                "Nothing was done, for %d things are wrong.".formatted(parts.size()),
                "Correct what \"problems\" names.",
                parts);
    }

    /** What kind of problem it is. */
    public ProblemKind kind() {
        return kind;
    }

    /** The problem as it is sent, {@code instance} naming this very answer. */
    public Problem problem(@Nullable String instance) {
        return new Problem(
                "/manual/problems#" + kind.code(),
                kind.title(),
                kind.status(),
                detail,
                instance,
                kind.code(),
                remedy,
                parts);
    }
}
