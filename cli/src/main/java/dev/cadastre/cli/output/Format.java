package dev.cadastre.cli.output;

/** How an answer is printed. */
public enum Format {
    /** Aligned columns for people. */
    TABLE,
    /** The server's own answer. */
    JSON,
    /** The server's items, one a line. */
    NDJSON,
    /** The table's columns for spreadsheets. */
    CSV,
    /** The first column alone, for loops in a shell. */
    NAMES
}
