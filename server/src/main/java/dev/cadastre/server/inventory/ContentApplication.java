package dev.cadastre.server.inventory;

import dev.cadastre.probe.FactValue;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.Section;
import dev.cadastre.server.inventory.installed.PackageChange;
import dev.cadastre.server.inventory.installed.PackageIds;
import dev.cadastre.server.inventory.query.HostIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
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
     */
    record Applied(
            List<ChangeText> texts, @Nullable PackageChange packages, ReportSections sections) {}

    Applied apply(HostRow host, Source source, Report report, PackageIds told, Instant now) {
        ReportSections sections =
                new ReportSections(
                        report,
                        Precedence.of(staleness.before(now), now)
                                .elsewhere(
                                        source,
                                        report,
                                        sources.toldByOthers(host.ordinal(), source)));
        Map<String, String> before = digests.read(host.ordinal());
        Map<String, String> after = new TreeMap<>();
        String context = sections(source, report, sections);
        after.put(SECTIONS, context);
        if (!context.equals(before.get(SECTIONS))) {
            sources.write(host.ordinal(), source, report, now);
        }
        List<ChangeText> texts = new ArrayList<>();
        PackageChange change = packages(host, report, told, sections, context, before, after, now);
        if (change != null) {
            packages.text(change).ifPresent(texts::add);
        }
        for (StateDomain domain : StateDomain.values()) {
            SortedMap<String, String> values = told(domain, report, sections);
            if (differs(domain.column(), AppliedDigests.of(values, context), before, after)) {
                state.apply(domain, host.ordinal(), values, sections, now).ifPresent(texts::add);
                if (domain == StateDomain.FACTS) {
                    index.observed(host.ordinal(), now);
                }
            }
        }
        if (!after.equals(before)) {
            digests.write(host.ordinal(), after);
        }
        observe(host, source, report, sections, now);
        if (source.foreign() || sections.disbelievesAny()) {
            claims.write(host.ordinal(), source, report, told);
        }
        return new Applied(texts, change, sections);
    }

    private @Nullable PackageChange packages(
            HostRow host,
            Report report,
            PackageIds told,
            ReportSections sections,
            String context,
            Map<String, String> before,
            Map<String, String> after,
            Instant now) {
        String digest = AppliedDigests.of(new TreeMap<>(), context + told);
        return differs(PACKAGES, digest, before, after)
                ? packages.apply(host.ordinal(), system(host, report), told, sections, now)
                : null;
    }

    private void observe(
            HostRow host, Source source, Report report, ReportSections sections, Instant now) {
        SortedMap<String, Object> measures = ReportContent.measures(report);
        Duration skew = ReportAge.skew(report.hostTime(), now);
        if (!skew.isZero()) {
            measures.put(FactNames.CLOCK_SKEW, skew.toSeconds());
        }
        sources.observe(
                host.ordinal(),
                source,
                now,
                report.hostTime(),
                StateJson.write(measures),
                StateJson.write(ReportContent.uses(report)));
        if (sections.believed(Section.Kind.SOCKETS)) {
            connections.add(
                    host.ordinal(),
                    ConnectionRollup.of(report.connections(), report.listeners()),
                    now);
        }
    }

    private static boolean differs(
            String kind, String digest, Map<String, String> before, Map<String, String> after) {
        after.put(kind, digest);
        return !digest.equals(before.get(kind));
    }

    private static SortedMap<String, String> told(
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
    private static String sections(Source source, Report report, ReportSections sections) {
        SortedMap<String, String> outcomes = new TreeMap<>();
        report.sections()
                .forEach(outcome -> {
                    String name = outcome.section().name();
                    outcomes.put(
                            name,
                            outcome.status()
                                    + " "
                                    + sections.believed(name)
                                    + " "
                                    + outcome.reason());
                });
        return AppliedDigests.of(outcomes, source.name());
    }

    /** What like hosts have in common. */
    private static String system(HostRow host, Report report) {
        String id =
                report.fact(FactNames.OS_ID)
                        .map(FactValue::text)
                        .orElse(Objects.requireNonNullElse(host.osId(), ""));
        String version = report.fact(FactNames.OS_VERSION).map(FactValue::text).orElse("");
        return Bounded.text(id + " " + version, Bounded.NAME);
    }
}
