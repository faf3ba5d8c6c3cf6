package dev.cadastre.parcel.registry;

import dev.cadastre.ini.Problem;
import java.io.IOException;

/** A registry, or a web server, did not do what it was asked; the message says what it did. */
public final class RegistryRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why it did not. */
    public enum Reason {
        /** It does not answer, or not to the end. */
        UNREACHABLE(
                "registry.unreachable", "see whether it runs and can be reached, and try again"),
        /** It wants another login. */
        NOT_ALLOWED("registry.not-allowed", "sign in to it; helpers of other tools are not asked"),
        /** It has no such thing. */
        MISSING("registry.missing", "see how it is called there"),
        /** It wants fewer requests. */
        BUSY("registry.busy", "try again later"),
        /** It failed. */
        FAILED("registry.failed", "see what its log says, or try again later"),
        /** Something else answers there. */
        NO_REGISTRY("registry.none", "see whether the address is that of a registry or layout"),
        /** What it answers contradicts itself, or the protocol. */
        WRONG_ANSWER("registry.wrong-answer", "tell those who run it"),
        /** It refuses what it is sent. */
        NOT_TAKEN("registry.not-taken", "see what it says"),
        /** There is something else by that name. */
        DIFFERS("registry.differs", "give it a version of its own");

        private final String code;
        private final String remedy;

        Reason(String code, String remedy) {
            this.code = code;
            this.remedy = remedy;
        }

        /** A stable word. */
        public String code() {
            return code;
        }

        /** What to do. */
        public String remedy() {
            return remedy;
        }
    }

    RegistryRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    RegistryRefused(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /**
     * As a problem.
     *
     * @param of what was asked for
     */
    public Problem problem(String of) {
        return Problem.error(
                of, 0, 0, reason.code(), String.valueOf(getMessage()), reason.remedy());
    }
}
