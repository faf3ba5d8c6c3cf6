package dev.cadastre.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The processes of an installation whose server does not answer.
 *
 * @param url where it should
 * @param said what came of asking it
 * @param server the process that the home says works on it; null if none does
 * @param postmaster the process that its database says works on it; null if none does
 * @param port where it should listen
 * @param holder who listens there; null if nobody does
 * @param error the last error of its log; null if there is none
 */
record ServerState(
        String url,
        String said,
        @Nullable Known server,
        @Nullable Known postmaster,
        int port,
        @Nullable String holder,
        @Nullable String error) {

    /** A process that a file names. */
    record Known(long pid, boolean runs) {}

    /** What is wrong with it. Pure. */
    List<LocalFinding> findings() {
        List<LocalFinding> findings = new ArrayList<>();
        boolean runs = server != null && server.runs();
        own(findings);
        if (!runs && holder != null) {
            findings.add(
                    LocalFinding.error(
                            LocalKind.PORT_TAKEN,
                            "port " + port,
                            "Another process listens there: " + holder));
        }
        if (!runs && postmaster != null && postmaster.runs()) {
            findings.add(
                    LocalFinding.warning(
                            LocalKind.POSTMASTER_LEFT,
                            "process " + postmaster.pid(),
                            "A PostgreSQL works on the home, and its server does not run"));
        }
        if (error != null) {
            findings.add(
                    LocalFinding.error(
                            LocalKind.SERVER_ERROR, url, "The last error of its log: " + error));
        }
        return findings;
    }

    private void own(List<LocalFinding> findings) {
        if (server != null && server.runs()) {
            findings.add(
                    LocalFinding.error(
                            LocalKind.SERVER_SILENT,
                            url,
                            "Process %d works on the home and does not answer: %s"
                                    .formatted(server.pid(), said)));
            return;
        }
        findings.add(LocalFinding.error(LocalKind.SERVER_DOWN, url, said));
        if (server != null) {
            findings.add(
                    LocalFinding.warning(
                            LocalKind.SERVER_KILLED,
                            url,
                            "Process %d, the last server, ended without having stopped"
                                    .formatted(server.pid())));
        }
    }
}
