package dev.cadastre.server.web.page.run;

import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.page.Links;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a matrix are shown.
 *
 * @param run the id of the run
 * @param hosts a part of their names; empty for all
 * @param rows how far they are; null for all
 * @param from how many are passed over
 */
public record MatrixFilter(long run, String hosts, @Nullable RowState rows, int from) {

    /**
     * As the address has it.
     *
     * @throws ProblemException if it does not make sense
     */
    static MatrixFilter of(long run, String hosts, String rows, int from) {
        if (from < 0 || (!rows.isEmpty() && RowState.ofPath(rows).isEmpty())) {
            throw new ProblemException(
                    ProblemKind.PARAMETERS_BAD,
                    "The address does not say which hosts are meant.",
                    "Begin with the page of the run, and follow its links.");
        }
        return new MatrixFilter(run, hosts.strip(), RowState.ofPath(rows).orElse(null), from);
    }

    boolean includes(RunMatrix.Row row) {
        boolean isNamed =
                row.place()
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .contains(hosts.toLowerCase(Locale.ROOT));
        return isNamed && (rows == null || rows == row.state());
    }

    /** Whether it leaves anything out. */
    public boolean narrows() {
        return !hosts.isEmpty() || rows != null;
    }

    /** The address with rows of another state; null for all. */
    public String ofRows(@Nullable RowState other) {
        return Links.to(
                RunWording.toRun(run), "hosts", hosts, "rows", other == null ? null : other.path());
    }

    /** The address of the page that begins so far down. */
    public String at(int row) {
        return Links.to(
                RunWording.toRun(run),
                "hosts",
                hosts,
                "rows",
                rows == null ? null : rows.path(),
                "from",
                row <= 0 ? null : Integer.toString(row));
    }
}
