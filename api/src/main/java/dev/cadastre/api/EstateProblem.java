package dev.cadastre.api;

/**
 * Something wrong, or doubtful, in an estate file.
 *
 * @param severity whether the file can be used in spite of it
 * @param line counted from 1; 0 when it concerns the file as a whole
 * @param column counted from 1; 0 when no single column is at fault
 * @param code stable, for programs
 * @param message what is wrong, as a sentence
 * @param remedy what to do about it, as a sentence
 */
public record EstateProblem(
        Severity severity,
        String file,
        int line,
        int column,
        String code,
        String message,
        String remedy) {

    /** Whether a file can be used in spite of a problem. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
