package dev.cadastre.parcel.artefact;

import dev.cadastre.ini.Problem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** An artefact is not what it should be; the problems say why, and so does the message. */
public final class ArtefactRefused extends IOException {

    private static final long serialVersionUID = 1L;

    // Records of texts and numbers.
    private final transient List<Problem> problems;

    ArtefactRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, as far as it was read; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
