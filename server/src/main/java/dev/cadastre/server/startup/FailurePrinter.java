package dev.cadastre.server.startup;

import java.io.PrintStream;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Prints why the server cannot start in two lines: what happened, and what to do. */
final class FailurePrinter implements FailureAnalysisReporter {

    private final PrintStream err;

    /** Spring makes it so, before there is a context. */
    FailurePrinter() {
        this(System.err);
    }

    FailurePrinter(PrintStream err) {
        this.err = err;
    }

    @Override
    public void report(FailureAnalysis analysis) {
        err.println("cadastre: " + analysis.getDescription());
        if (analysis.getAction() != null) {
            err.println("  " + analysis.getAction());
        }
        err.flush();
    }
}
