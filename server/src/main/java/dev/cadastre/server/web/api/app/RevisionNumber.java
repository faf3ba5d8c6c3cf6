package dev.cadastre.server.web.api.app;

import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;

/** Numbers of revisions, as they are sent. */
public final class RevisionNumber {

    private RevisionNumber() {}

    /** The number, from 1 on. */
    public static int read(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new ProblemException(
                    ProblemKind.PARAMETERS_BAD,
                    "“%s” is no number of a revision.".formatted(text),
                    "Write one from 1 on, or current.");
        }
        return Integer.parseInt(text);
    }
}
