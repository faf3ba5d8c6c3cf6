package dev.cadastre.server.inventory;

import dev.cadastre.probe.KnownSections;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.Section;
import dev.cadastre.server.inventory.installed.PackageChange;
import dev.cadastre.server.inventory.installed.PackageIds;
import dev.cadastre.server.inventory.query.HostIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings everything that is stored of a host in line with a report. */
@Component
class ContentApplication {

    private static final String SECTIONS = "sections";
    private static final String PACKAGES = "packages";

    private final StateApplication state;
    private final PackageApplication packages;
    private final ConnectionTable connections;
    private final SourceTable sources;
    private final ClaimTable claims;
    private final AppliedDigests digests;
    private final Staleness staleness;
    private final HostIndex index;

    ContentApplication(
            StateApplication state,
            PackageApplication packages,
            ConnectionTable connections,
            SourceTable sources,
            ClaimTable claims,
            AppliedDigests digests,
            Staleness staleness,
            HostIndex index) {
        this.state = state;
        this.packages = packages;
        this.connections = connections;
        this.sources = sources;
        this.claims = claims;
        this.digests = digests;
        this.staleness = staleness;
        this.index = index;
    }

    /**
     * What a report changed.
     *
     * @param texts one for each kind of content that changed
     * @param packages null if the packages were not looked at, being those of the report before
     * @param sections which of its sections count
     * @param alone whether its source is the only one, so that no other has a say in what counts
     * @param connections those of the report; null if it is not believed in that
     */
    record Applied(
            List<ChangeText> texts,
            @Nullable PackageChange packages,
            ReportSections sections,
            boolean alone,
            @Nullable SortedSet<ConnectionLine> connections) {}

    /** What that source need not tell again of the living host of that name. */
    KnownSections known(String host, Source source, Instant now) {
        return new AppliedStamps(digests.ofLiving(host), source).known(now);
    }

    Applied apply(HostRow host, Source source, Report given, PackageIds told, Instant now) {
        Map<String, String> before = digests.read(host.ordinal());
        AppliedStamps stamps = new AppliedStamps(before, source);
        Report report = stamps.judged(given);
        List<SectionClaim> others = sources.toldByOthers(host.ordinal(), source);
        ReportSections sections =
                new ReportSections(
                        report,
                        Precedence.of(staleness.before(now), now)
                                .elsewhere(source, report, others));
        Map<String, String> after = new TreeMap<>();
        stamps.remember(report, sections, now, after);
        String context = sections(source, report, sections, stamps);
        after.put(SECTIONS, context);
        if (!context.equals(before.get(SECTIONS))) {
            sources.write(host.ordinal(), source, report);
        }
        List<ChangeText> texts = new ArrayList<>();
        PackageChange change = packages(host, told, sections, context, before, after, now);
        if (change != null) {
            packages.text(change).ifPresent(texts::add);
        }
        for (StateDomain domain : StateDomain.values()) {
            boolean awaits = domain == StateDomain.RUNTIMES && given.awaitsPackages();
            SortedMap<String, String> values = told(domain, report, sections);
            String basis = awaits ? context + after.get(PACKAGES) : context;
            if (differs(domain.column(), AppliedDigests.of(values, basis), before, after)) {
                if (awaits) {
                    values = told(domain, recalled(host, given), sections);
                }
                state.apply(domain, host.ordinal(), values, sections, now).ifPresent(texts::add);
                if (domain == StateDomain.FACTS) {
                    index.observed(host.ordinal(), now);
                }
            }
        }
        if (!after.equals(before)) {
            digests.write(host.ordinal(), after);
        }
        observe(host, source, report, now);
        SortedSet<ConnectionLine> seen = connections(host, report, sections, now);
        if (source.foreign() || sections.disbelievesAny()) {
            PackageIds whole = packages.whole(host.ordinal(), report, told);
            claims.write(host.ordinal(), source, report, whole);
        }
        return new Applied(texts, change, sections, others.isEmpty() && !source.foreign(), seen);
    }

    private @Nullable PackageChange packages(
            HostRow host,
            PackageIds told,
            ReportSections sections,
            String context,
            Map<String, String> before,
            Map<String, String> after,
            Instant now) {
        String digest = digest(told, context);
        return differs(PACKAGES, digest, before, after)
                ? packages.apply(host.ordinal(), told, sections, now)
                : null;
    }

    private static String digest(PackageIds told, String context) {
        return AppliedDigests.of(new TreeMap<>(), context + told);
    }

    /** What is remembered of the first report of a host, all of which is believed. */
    static Map<String, String> digests(
            Source source,
            Report report,
            ReportSections sections,
            PackageIds told,
            Map<StateDomain, SortedMap<String, String>> states,
            Instant now) {
        AppliedStamps stamps = new AppliedStamps(Map.of(), source);
        String context = sections(source, report, sections, stamps);
        Map<String, String> digests = new TreeMap<>();
        stamps.remember(report, sections, now, digests);
        digests.put(SECTIONS, context);
        digests.put(PACKAGES, digest(told, context));
        states.forEach((domain, values) ->
                digests.put(domain.column(), AppliedDigests.of(values, context)));
        return digests;
    }

    /** With the packages that the host is known to have, by which its runtimes are known better. */
    private Report recalled(HostRow host, Report report) {
        return report.runtimes().isEmpty()
                ? report
                : report.recalling(packages.unchanged(host.ordinal(), report));
    }

    private void observe(HostRow host, Source source, Report report, Instant now) {
        sources.observe(
                host.ordinal(),
                source,
                now,
                report.hostTime(),
                StateJson.write(ReportContent.measures(report, now)),
                StateJson.write(ReportContent.uses(report)));
    }

    private @Nullable SortedSet<ConnectionLine> connections(
            HostRow host, Report report, ReportSections sections, Instant now) {
        if (!sections.believed(Section.Kind.SOCKETS)) {
            return null;
        }
        SortedSet<ConnectionLine> seen = ConnectionRollup.of(report);
        connections.add(Map.of(host.ordinal(), new ConnectionTable.Seen(seen, now)));
        return seen;
    }

    private static boolean differs(
            String kind, String digest, Map<String, String> before, Map<String, String> after) {
        after.put(kind, digest);
        return !digest.equals(before.get(kind));
    }

    static SortedMap<String, String> told(
            StateDomain domain, Report report, ReportSections sections) {
        return switch (domain) {
            case FACTS -> ReportContent.facts(report, sections);
            case SERVICES ->
                    sections.believed(Section.Kind.SOCKETS)
                            ? ReportContent.services(report)
                            : new TreeMap<>();
            case DAEMONS ->
                    sections.believed(Section.Kind.DAEMONS)
                            ? ReportContent.daemons(report)
                            : new TreeMap<>();
            case RUNTIMES ->
                    sections.believed(Section.Kind.RUNTIMES)
                            ? ReportContent.runtimes(report)
                            : new TreeMap<>();
        };
    }

    /** The digest of how the sections went and which of them are believed. */
    private static String sections(
            Source source, Report report, ReportSections sections, AppliedStamps stamps) {
        SortedMap<String, String> outcomes = new TreeMap<>();
        report.sections()
                .forEach(outcome -> {
                    String name = outcome.section().name();
                    outcomes.put(name, sections.believed(name) + " " + stamps.outcome(outcome));
                });
        return AppliedDigests.of(outcomes, source.name());
    }
}
