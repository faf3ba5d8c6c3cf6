package dev.cadastre.cli.change;

import dev.cadastre.cli.server.Failure;
import dev.cadastre.ini.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with what somebody handed over, so that all of it is told at once. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Adds some, each once. */
    public Problems add(List<Problem> more) {
        more.stream().filter(problem -> !found.contains(problem)).forEach(found::add);
        return this;
    }

    /** Those that do not keep a file from being used. */
    public List<String> warnings() {
        return found.stream().filter(problem -> !problem.isError()).map(Problem::toString).toList();
    }

    /** Fails with all of them if any is an error. */
    public void require(String subject) {
        require(subject, "run");
    }

    /** The same where something else cannot be done. */
    public void require(String subject, String done) {
        require(subject, done, Failure.Kind.USAGE);
    }

    /** The same where it is not the command that makes no sense. */
    public void require(String subject, String done, Failure.Kind kind) {
        if (found.stream().anyMatch(Problem::isError)) {
            long errors = found.stream().filter(Problem::isError).count();
            throw new Failure(
                    kind,
                    "%s cannot be %s: %d %s"
                            .formatted(subject, done, errors, errors == 1 ? "error" : "errors"),
                    found.stream().map(Problem::toString).toList());
        }
    }
}
