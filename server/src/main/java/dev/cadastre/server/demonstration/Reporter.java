package dev.cadastre.server.demonstration;

import dev.cadastre.probe.Parsed;
import dev.cadastre.probe.ReportLimits;
import dev.cadastre.probe.ReportParser;
import dev.cadastre.probe.UnderstoodLines;
import dev.cadastre.server.inventory.Origin;
import dev.cadastre.server.inventory.Reports;
import dev.cadastre.server.inventory.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells what invented hosts report, through the door by which all reports come. */
@Component
class Reporter {

    private final Reports reports;
    private final Clock clock;
    private final UnderstoodLines understood = new UnderstoodLines();

    Reporter(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** What a host reports at this moment. */
    void report(InventedHost host, List<ImagePackage> installed, List<Conversations.Line> lines) {
        String text = InventedReport.of(host, installed, lines, clock.instant());
        if (!(parsed(text) instanceof Parsed.Complete complete)) {
            throw new IllegalStateException("The report of " + host.name() + " cannot be read");
        }
        reports.accept(
                new Origin(
                        host.name(),
                        Origin.Naming.DECLARED,
                        host.environment(),
                        host.groups(),
                        Source.PROBE,
                        "demonstration"),
                complete.report());
    }

    private Parsed parsed(String text) {
        try {
            return ReportParser.parse(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    ReportLimits.DEFAULT,
                    understood);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what is in memory", e);
        }
    }
}
