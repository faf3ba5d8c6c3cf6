package dev.cadastre.server.startup;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Prints why the server cannot start in two lines: what happened, and what to do. */
final class FailurePrinter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println("cadastre: " + analysis.getDescription());
        if (analysis.getAction() != null) {
            System.err.println("  " + analysis.getAction());
        }
    }
}
