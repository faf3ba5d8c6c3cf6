package dev.cadastre.server.storage.health;

/**
 * Something that is wrong.
 *
 * @param kind what is wrong, and what to do about it
 * @param severity how bad it is
 * @param subject what it is wrong with: a table, a file, a run; {@code server} for the whole
 * @param what a sentence with the figures
 */
public record Finding(FindingKind kind, Severity severity, String subject, String what) {

    /** Something does not work, or is lost if nobody acts. */
    public static Finding error(FindingKind kind, String subject, String what) {
        return new Finding(kind, Severity.ERROR, subject, what);
    }

    /** It works, and will not for ever. */
    public static Finding warning(FindingKind kind, String subject, String what) {
        return new Finding(kind, Severity.WARNING, subject, what);
    }
}
