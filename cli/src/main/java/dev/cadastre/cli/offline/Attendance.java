package dev.cadastre.cli.offline;

/**
 * How somebody watches a run.
 *
 * @param verbose whether what commands print is shown
 * @param step whether each step is asked about before it is done
 */
public record Attendance(boolean verbose, boolean step) {}
