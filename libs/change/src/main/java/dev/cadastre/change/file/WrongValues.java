package dev.cadastre.change.file;

import dev.cadastre.ini.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** With the values of a host, a step of a file makes no sense; its message says why. */
public final class WrongValues extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    WrongValues(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong. */
    public List<Problem> problems() {
        return problems;
    }
}
