package dev.cadastre.server.web.api;

import dev.cadastre.api.ReportReceipt;
import dev.cadastre.probe.Parsed;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.ReportLimits;
import dev.cadastre.probe.ReportParser;
import dev.cadastre.probe.UnderstoodLines;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.NotAllowed;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.ReportScope;
import dev.cadastre.server.inventory.Acceptance;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.Imports;
import dev.cadastre.server.inventory.Origin;
import dev.cadastre.server.inventory.Reports;
import dev.cadastre.server.inventory.Source;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes reports that were sent here. Whose report it may be is decided by the sender's token, not
 * by the report.
 */
@Service
class PushedReports {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,253}");

    private final Reports reports;
    private final Hosts hosts;
    private final Access access;
    private final UnderstoodLines understood;

    PushedReports(Reports reports, Hosts hosts, Access access, UnderstoodLines understood) {
        this.reports = reports;
        this.hosts = hosts;
        this.access = access;
        this.understood = understood;
    }

    /** Stores the report that was sent, or says why it is not stored. */
    ReportReceipt take(byte[] content) {
        ReportScope scope = access.requireReportScope();
        Report report = understand(content);
        return receipt(reports.accept(origin(scope, report), report));
    }

    /**
     * What the next report of a host need not tell, in the form of the probe's {@code
     * CADASTRE_KNOWN}; nothing of a host that the sender may not send reports of.
     *
     * @param host null for the host that the sender's token is for
     */
    String known(@Nullable String host) {
        return switch (access.requireReportScope()) {
            case ReportScope.OneHost(String own, String environment) -> {
                if (host != null && !host.equals(own)) {
                    throw new NotAllowed(
                            access.actor().label() + " may not send reports of " + host,
                            "Leave the host out: the token is for " + own + ".");
                }
                yield known(own, environment == null ? Reach.ALL : new Reach(Set.of(environment)));
            }
            case ReportScope.HostsOf(Reach reach) -> {
                if (host == null) {
                    throw new ProblemException(
                            ProblemKind.PARAMETERS_BAD,
                            "The token is for many hosts, and the request names none.",
                            "Add ?host= and the host's name.");
                }
                yield known(host, reach);
            }
            case ReportScope.NoHost() ->
                    throw new IllegalStateException("The sender's scope was checked before");
        };
    }

    private String known(String host, Reach reach) {
        return hosts.named(host, null, reach)
                .map(found -> reports.known(found.name(), Source.PUSH).text())
                .orElse("");
    }

    private Report understand(byte[] content) {
        Parsed parsed;
        try {
            parsed =
                    ReportParser.parse(
                            new ByteArrayInputStream(content), ReportLimits.DEFAULT, understood);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a report from memory", e);
        }
        return switch (parsed) {
            case Parsed.Complete(Report report) -> report;
            case Parsed.Garbled garbled ->
                    throw new ProblemException(
                            ProblemKind.REPORT_GARBLED,
                            "%s (line %d, %s)"
                                    .formatted(garbled.reason(), garbled.line(), garbled.cause()),
                            "Send exactly what the script at /probe.sh prints, with"
                                    + " --data-binary.");
        };
    }

    private Origin origin(ReportScope scope, Report report) {
        return switch (scope) {
            case ReportScope.OneHost(String host, String environment) ->
                    origin(
                            host,
                            Origin.Naming.BOUND,
                            environment,
                            environment == null ? Reach.ALL : new Reach(Set.of(environment)));
            case ReportScope.HostsOf(Reach reach) -> claimed(name(report), reach);
            case ReportScope.NoHost() ->
                    throw new IllegalStateException("The sender's scope was checked before");
        };
    }

    private Origin claimed(String name, Reach reach) {
        Optional<String> known = hosts.environmentOf(name);
        String environment = known.orElseGet(() -> Imports.environmentOfNew(name, reach));
        return origin(name, Origin.Naming.CLAIMED, known.isPresent() ? null : environment, reach);
    }

    private Origin origin(
            String name, Origin.Naming naming, @Nullable String environment, Reach reach) {
        return new Origin(
                name, naming, environment, null, Source.PUSH, reach, access.actor().label());
    }

    private static String name(Report report) {
        String name = report.identity().hostname();
        if (name == null || !NAME.matcher(name).matches()) {
            throw new ProblemException(
                    ProblemKind.REPORT_GARBLED,
                    "The report does not tell a host name that can be used.",
                    "Set the host's name, or send the report with a token for that host.");
        }
        return name;
    }

    private static ReportReceipt receipt(Acceptance acceptance) {
        return switch (acceptance) {
            case Acceptance.Accepted accepted ->
                    new ReportReceipt(
                            accepted.name(),
                            true,
                            accepted.first(),
                            accepted.changes().stream().map(PushedReports::change).toList(),
                            accepted.conflict());
            case Acceptance.Older older ->
                    throw new ProblemException(
                            ProblemKind.REPORT_OLDER,
                            "The report of %s is of %s by the host's clock, and one of %s is here already."
                                    .formatted(
                                            older.name(), older.hostTime(), older.lastHostTime()),
                            "Send a new report. If the host's clock went backwards, set it right.");
            case Acceptance.Retired retired ->
                    throw new ProblemException(
                            ProblemKind.HOST_RETIRED,
                            "%s was retired on %s.".formatted(retired.name(), retired.since()),
                            "Declare it again, or stop it from sending reports.");
        };
    }

    private static ReportReceipt.SectionChange change(Acceptance.SectionChange change) {
        return new ReportReceipt.SectionChange(
                change.kind(),
                change.added(),
                change.removed(),
                change.changed(),
                change.summary());
    }
}
