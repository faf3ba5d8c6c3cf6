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
