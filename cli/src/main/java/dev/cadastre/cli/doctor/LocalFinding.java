package dev.cadastre.cli.doctor;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;

/**
 * Something that is wrong on this machine.
 *
 * @param kind what is wrong, and what to do about it
 * @param isError whether something does not work; else it will not for ever
 * @param subject what it is wrong with
 * @param what a sentence without its full stop
 */
public record LocalFinding(LocalKind kind, boolean isError, String subject, String what) {

    /** What a server said has a full stop already. */
    public LocalFinding {
        what = what.endsWith(".") ? what.substring(0, what.length() - 1) : what;
    }

    static LocalFinding error(LocalKind kind, String subject, String what) {
        return new LocalFinding(kind, true, subject, what);
    }

    static LocalFinding warning(LocalKind kind, String subject, String what) {
        return new LocalFinding(kind, false, subject, what);
    }

    /** As the server tells its own. */
    public Json json() {
        return new JsonObject()
                .with("code", kind.code())
                .with("severity", isError ? "ERROR" : "WARNING")
                .with("subject", subject)
                .with("what", what)
                .with("remedy", kind.remedy())
                .json();
    }
}
