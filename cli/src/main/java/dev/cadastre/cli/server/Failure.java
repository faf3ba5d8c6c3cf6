package dev.cadastre.cli.server;

import dev.cadastre.cli.json.Json;
import java.util.List;

/** A command ends without having done what was asked. */
public final class Failure extends RuntimeException {

    /** Whose turn it is, and the process's exit status. */
    public enum Kind {
        /** The answer is no: not found, in conflict, failed. */
        NO(1),
        /** What was asked makes no sense. */
        USAGE(2),
        /** No server answered. */
        OUT_OF_REACH(3),
        /** The server knows who asks, or does not, and refuses. */
        NOT_ALLOWED(4);

        private final int exitStatus;

        Kind(int exitStatus) {
            this.exitStatus = exitStatus;
        }

        /** As the design of the command line lays down. */
        public int exitStatus() {
            return exitStatus;
        }
    }

    private final Kind kind;
    private final List<String> remarks;
    private final transient List<Json> problems;

    /**
     * {@code message} says what happened; {@code remarks} are sentences that follow it, the remedy
     * last.
     */
    public Failure(Kind kind, String message, String... remarks) {
        this(kind, message, List.of(remarks));
    }

    /** As above. */
    public Failure(Kind kind, String message, List<String> remarks) {
        this(kind, message, remarks, List.of());
    }

    /** As above, with all that the server found wrong with the request, as it told it. */
    Failure(Kind kind, String message, List<String> remarks, List<Json> problems) {
        super(message);
        this.kind = kind;
        this.remarks = List.copyOf(remarks);
        this.problems = List.copyOf(problems);
    }

    /** As above, with what led to it. */
    public Failure(Kind kind, String message, Throwable cause, String remedy) {
        super(message, cause);
        this.kind = kind;
        this.remarks = List.of(remedy);
        this.problems = List.of();
    }

    /** Which of the four it is. */
    public Kind kind() {
        return kind;
    }

    /** All that the server found wrong with the request, as it told it; often nothing. */
    public List<Json> problems() {
        return problems;
    }

    /** Whether the server found that wrong with the request. */
    public boolean says(String code) {
        return problems.stream().anyMatch(problem -> code.equals(problem.text("code").orElse("")));
    }

    /** Sentences that follow the message. */
    public List<String> remarks() {
        return remarks;
    }
}
