package dev.cadastre.server.startup;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import java.io.PrintStream;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Prints why the server cannot start in two lines: what happened, and what to do. The same goes to
 * the log, if there is one yet, for who looks later.
 */
final class FailurePrinter implements FailureAnalysisReporter {

    /** As Spring Boot calls what writes to the log's file. */
    private static final String FILE = "FILE";

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
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            log(logging, analysis);
        }
    }

    private static String told(FailureAnalysis analysis) {
        return analysis.getAction() == null
                ? analysis.getDescription()
                : analysis.getDescription() + "\n  " + analysis.getAction();
    }

    /** Past the terminal, which has it already. */
    private static void log(LoggerContext logging, FailureAnalysis analysis) {
        Appender<ILoggingEvent> file = logging.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(FILE);
        if (file != null) {
            file.doAppend(
                    new LoggingEvent(
                            FailurePrinter.class.getName(),
                            logging.getLogger(FailurePrinter.class),
                            Level.ERROR,
                            "The server does not start: " + told(analysis),
                            null,
                            null));
        }
    }
}
