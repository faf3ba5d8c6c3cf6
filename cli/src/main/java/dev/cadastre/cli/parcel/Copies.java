package dev.cadastre.cli.parcel;

import dev.cadastre.cli.session.Session;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.registry.CopyReport;
import dev.cadastre.parcel.registry.Copying;
import dev.cadastre.parcel.registry.ParcelSource;
import dev.cadastre.parcel.registry.ParcelTarget;
import java.io.IOException;
import java.util.List;

/** Copies parcels for somebody who watches. */
public final class Copies {

    private static final int AT_ONCE = 4;

    private final Session session;

    /** For that session's person. */
    public Copies(Session session) {
        this.session = session;
    }

    /**
     * Copies these, and tells what was done.
     *
     * @return the exit status
     */
    public int copy(List<Descriptor> listed, ParcelSource from, ParcelTarget to)
            throws IOException {
        CopyProgress progress = new CopyProgress(session);
        CopyReport report;
        try {
            report = Copying.of(listed, from, to, progress, AT_ONCE);
        } finally {
            progress.clear();
        }
        report.copied().forEach(parcel -> session.printer().line(parcel.toString()));
        report.problems().forEach(problem -> session.remark(problem.toString()));
        session.remark(
                "%d copied, %d were there%s"
                        .formatted(
                                report.copied().size(),
                                report.present().size(),
                                report.problems().isEmpty()
                                        ? "."
                                        : ", %d could not be copied."
                                                .formatted(report.problems().size())));
        return report.problems().stream().anyMatch(Problem::isError) ? 1 : 0;
    }
}
