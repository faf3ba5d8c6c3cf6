package dev.cadastre.probe;

import static java.util.Comparator.comparing;

import dev.cadastre.probe.SectionOutcome.Status;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one report of the sections that were received. */
final class ReportAssembler {

    private final List<SectionOutcome> outcomes = new ArrayList<>();
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<InstalledPackage> packages = new ArrayList<>();
    private final List<Daemon> daemons = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final List<InstalledRuntime> runtimes = new ArrayList<>();
    private final ReportLimits limits;
    private Identity identity = Identity.UNKNOWN;

    private ReportAssembler(ReportLimits limits) {
        this.limits = limits;
    }

    static Parsed.Complete assembled(
            int format,
            Instant hostTime,
            List<ReceivedSection> sections,
            ReportLimits limits,
            UnderstoodLines understood) {
        ReportAssembler assembler = new ReportAssembler(limits);
        ByteOrder order = ByteOrders.of(sections);
        for (ReceivedSection section : sections) {
            assembler.add(
                    section, SectionReaders.reader(section.text().section(), order, understood));
        }
        assembler.addMissing();
        return new Parsed.Complete(assembler.report(format, hostTime));
    }

    private void add(ReceivedSection received, SectionReader reader) {
        Findings findings = new Findings(received.text().section(), limits.items());
        if (understandable(received)) {
            reader.read(received.text(), findings);
            received.text().skipped().ifPresent(findings::remark);
        }
        identity =
                findings.section().kind() == Section.Kind.IDENTITY ? findings.identity() : identity;
        findings.facts.forEach(fact -> addFact(fact, findings));
        packages.addAll(findings.packages);
        daemons.addAll(findings.daemons);
        listeners.addAll(findings.listeners);
        connections.addAll(findings.connections);
        runtimes.addAll(findings.runtimes);
        outcomes.add(outcome(received, findings));
    }

    /** An add-on must have told all that it has; what is unchanged has nothing to tell. */
    private static boolean understandable(ReceivedSection received) {
        return received.text().section().kind().addOn()
                ? received.status() == Status.COLLECTED
                : received.status() != Status.UNCHANGED;
    }

    private void addFact(Fact fact, Findings findings) {
        Fact earlier = facts.putIfAbsent(fact.name(), fact);
        if (earlier != null) {
            findings.remark(
                    "The fact " + fact.name() + " was told before, by " + earlier.section().name());
        }
    }

    private static SectionOutcome outcome(ReceivedSection received, Findings findings) {
        Status status = received.status();
        if (status == Status.COLLECTED && findings.fault() != null) {
            status = Status.FAILED;
        } else if (status == Status.COLLECTED && findings.truncated()) {
            status = Status.TRUNCATED;
        }
        return new SectionOutcome(
                findings.section(),
                status,
                reason(status, received, findings),
                received.took(),
                status == Status.COLLECTED || status == Status.UNCHANGED ? received.stamp() : null);
    }

    private static @Nullable String reason(
            Status status, ReceivedSection received, Findings findings) {
        return switch (status) {
            case COLLECTED -> findings.remark();
            case ABSENT, UNCHANGED -> null;
            case TRUNCATED -> "There was more of it than the limits allow";
            case TIMED_OUT ->
                    "It was stopped after " + seconds(received.took()) + ", its time limit";
            case FAILED -> failure(received, findings);
        };
    }

    private static String failure(ReceivedSection received, Findings findings) {
        String fault = findings.fault() != null ? findings.fault() : received.text().complaint();
        if (received.code() == 0) {
            return fault == null ? "Its output is not understood" : fault;
        }
        return "It ended with exit code " + received.code() + (fault == null ? "" : ": " + fault);
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }

    private void addMissing() {
        for (Section.Kind kind : Section.Kind.values()) {
            if (!kind.addOn() && outcomes.stream().noneMatch(o -> o.section().kind() == kind)) {
                outcomes.add(
                        new SectionOutcome(
                                Section.of(kind),
                                Status.FAILED,
                                "The probe did not come to it",
                                Duration.ZERO));
            }
        }
    }

    private Report report(int format, Instant hostTime) {
        daemons.sort(comparing(Daemon::name));
        listeners.sort(
                comparing(Listener::protocol)
                        .thenComparingInt(Listener::port)
                        .thenComparing(Listener::address));
        boolean awaits = outcomes.stream().anyMatch(Report::withholdsSystemPackages);
        return new Report(
                format,
                hostTime,
                outcomes,
                identity,
                facts.values().stream().sorted(comparing(Fact::name)).toList(),
                packages,
                daemons,
                listeners,
                connections,
                RuntimeVersions.completed(runtimes, awaits ? List.of() : packages));
    }
}
