package dev.cadastre.ini;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Collects the problems of one file, at most {@link #MOST} of them, so that a file that is wrong on
 * every line yields an answer a person can read. Not thread-safe.
 */
public final class Problems {
    /** How many problems are kept; the others are counted. */
    public static final int MOST = 1_000;

    private final String file;
    private final List<Problem> kept = new ArrayList<>();
    private int errors;
    private int left;

    /** Starts an empty collection for the file of that name. */
    public Problems(String file) {
        this.file = file;
    }

    /** Notes a problem because of which the file must not be used. */
    public void error(int line, int column, String code, String message, String remedy) {
        add(Problem.error(file, line, column, code, message, remedy));
    }

    /** Notes a doubt that leaves the file usable. */
    public void warning(int line, int column, String code, String message, String remedy) {
        add(Problem.warning(file, line, column, code, message, remedy));
    }

    /** Notes a problem found elsewhere. */
    public void add(Problem problem) {
        errors += problem.isError() ? 1 : 0;
        if (kept.size() < MOST) {
            kept.add(problem);
        } else {
            left++;
        }
    }

    /** Notes problems found elsewhere. */
    public void addAll(Collection<Problem> problems) {
        problems.forEach(this::add);
    }

    /** Whether no error was noted; warnings do not count. */
    public boolean hasNoErrors() {
        return errors == 0;
    }

    /** Whether so many problems are kept that looking for more serves nobody. */
    public boolean isFull() {
        return kept.size() == MOST;
    }

    /** What was noted, in the order of the file; says at the end how many were left out. */
    public List<Problem> list() {
        List<Problem> all = new ArrayList<>(kept);
        all.sort(Problem.BY_PLACE);
        if (left > 0) {
            all.add(leftOut());
        }
        return List.copyOf(all);
    }

    private Problem leftOut() {
        return new Problem(
                hasNoErrors() ? Problem.Severity.WARNING : Problem.Severity.ERROR,
                file,
                0,
                0,
                "ini.more-problems",
                left + " more problems are not listed",
                "mend those above and read the file again");
    }
}
