package dev.cadastre.ini;

import java.util.Comparator;

/**
 * Something wrong, or doubtful, at one place of a file.
 *
 * @param severity whether the file can be used in spite of it
 * @param file the name of the file as it was given to the reader
 * @param line the line, counted from 1; 0 when the problem concerns the file as a whole
 * @param column the column, counted from 1 in UTF-16 units; 0 when no single column is at fault
 * @param code a stable name for this kind of problem, such as {@code ini.duplicate-key}
 * @param message what is wrong, in one sentence without line breaks
 * @param remedy what to do about it, in one sentence
 */
public record Problem(
        Severity severity,
        String file,
        int line,
        int column,
        String code,
        String message,
        String remedy) {

    /** Orders problems as a reader meets them: by line, then by column. */
    public static final Comparator<Problem> BY_PLACE =
            Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

    /** Whether a file can be used in spite of a problem. */
    public enum Severity {
        /** The file must not be used. */
        ERROR,
        /** The file can be used, but its author probably meant something else. */
        WARNING
    }

    /** A problem because of which the file must not be used. */
    public static Problem error(
            String file, int line, int column, String code, String message, String remedy) {
        return new Problem(Severity.ERROR, file, line, column, code, message, remedy);
    }

    /** A doubt that leaves the file usable. */
    public static Problem warning(
            String file, int line, int column, String code, String message, String remedy) {
        return new Problem(Severity.WARNING, file, line, column, code, message, remedy);
    }

    /** Whether the file must not be used. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code file:line:column}, shortened by the parts that are not known. */
    public String place() {
        return file + (line == 0 ? "" : ":" + line) + (column == 0 ? "" : ":" + column);
    }

    /** One line for a terminal or a log, in the form that editors recognise. */
    @Override
    public String toString() {
        String kind = isError() ? "error" : "warning";
        return "%s: %s: %s; %s [%s]".formatted(place(), kind, message, remedy, code);
    }
}
