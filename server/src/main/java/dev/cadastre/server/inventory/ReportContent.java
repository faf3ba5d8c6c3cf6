package dev.cadastre.server.inventory;

import dev.cadastre.probe.Daemon;
import dev.cadastre.probe.Fact;
import dev.cadastre.probe.InstalledPackage;
import dev.cadastre.probe.InstalledRuntime;
import dev.cadastre.probe.Listener;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.Section;
import dev.cadastre.server.inventory.StoredValues.StoredDaemon;
import dev.cadastre.server.inventory.StoredValues.StoredFact;
import dev.cadastre.server.inventory.StoredValues.StoredRuntime;
import dev.cadastre.server.inventory.StoredValues.StoredService;
import dev.cadastre.server.inventory.installed.PackageRow;
import dev.cadastre.server.inventory.installed.ToldPackage;
import dev.cadastre.server.storage.Intervals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A report in the form in which it is stored: values as JSON by key, within bounds. */
final class ReportContent {

    private ReportContent() {}

    /** State facts of believed sections. */
    static SortedMap<String, String> facts(Report report, ReportSections sections) {
        SortedMap<String, String> facts = new TreeMap<>();
        told(report)
                .forEach((name, fact) -> {
                    if (sections.believed(fact.section())) {
                        facts.put(name, StateJson.write(fact));
                    }
                });
        return facts;
    }

    /** State facts of all sections. */
    static SortedMap<String, StoredFact> told(Report report) {
        SortedMap<String, StoredFact> facts = new TreeMap<>();
        for (Fact fact : Bounded.items(report.facts())) {
            if (fact.kind() == Fact.Kind.STATE) {
                facts.putIfAbsent(
                        key(fact.name()),
                        new StoredFact(fact.section().name(), StateJson.plain(fact.value())));
            }
        }
        String hostname = report.identity().hostname();
        if (hostname != null) {
            facts.putIfAbsent(
                    FactNames.HOSTNAME,
                    new StoredFact(
                            Section.of(Section.Kind.IDENTITY).name(),
                            Bounded.text(hostname, Bounded.NAME)));
        }
        return facts;
    }

    /**
     * Measures by name.
     *
     * @param now when the report came, by the server's clock
     */
    static SortedMap<String, Object> measures(Report report, Instant now) {
        SortedMap<String, Object> measures = new TreeMap<>();
        for (Fact fact : Bounded.items(report.facts())) {
            if (fact.kind() == Fact.Kind.MEASURE) {
                measures.putIfAbsent(key(fact.name()), StateJson.plain(fact.value()));
            }
        }
        Duration skew = ReportAge.skew(report.hostTime(), now);
        if (!skew.isZero()) {
            measures.put(FactNames.CLOCK_SKEW, skew.toSeconds());
        }
        return measures;
    }

    static SortedMap<String, String> services(Report report) {
        SortedMap<String, String> services = new TreeMap<>();
        for (Listener listener : Bounded.items(report.listeners())) {
            services.putIfAbsent(
                    key(StoredService.key(listener)),
                    StateJson.write(
                            new StoredService(name(listener.process()), name(listener.user()))));
        }
        return services;
    }

    static SortedMap<String, String> daemons(Report report) {
        SortedMap<String, String> daemons = new TreeMap<>();
        for (Daemon daemon : Bounded.items(report.daemons())) {
            daemons.putIfAbsent(
                    key(daemon.name()),
                    StateJson.write(
                            new StoredDaemon(daemon.state(), daemon.enabled(), daemon.init())));
        }
        return daemons;
    }

    static SortedMap<String, String> runtimes(Report report) {
        SortedMap<String, String> runtimes = new TreeMap<>();
        for (InstalledRuntime runtime : Bounded.items(report.runtimes())) {
            runtimes.putIfAbsent(
                    key(StoredRuntime.key(runtime)),
                    StateJson.write(new StoredRuntime(name(runtime.version()))));
        }
        return runtimes;
    }

    /** Who uses which runtime, by the runtime's key. */
    static Map<String, List<InstalledRuntime.Use>> uses(Report report) {
        Map<String, List<InstalledRuntime.Use>> uses = new TreeMap<>();
        for (InstalledRuntime runtime : Bounded.items(report.runtimes())) {
            if (!runtime.usedBy().isEmpty()) {
                uses.put(key(StoredRuntime.key(runtime)), runtime.usedBy());
            }
        }
        return uses;
    }

    /**
     * Packages for the dictionary. Those without a name or version have no row, and no report
     * speaks in the name of a bill of materials.
     */
    static List<ToldPackage> packages(Report report, @Nullable String osId) {
        return Bounded.items(report.packages()).stream()
                .map(item -> new ToldPackage(item, osId, ReportContent::row))
                .toList();
    }

    private static @Nullable PackageRow row(ToldPackage told) {
        InstalledPackage item = told.told();
        if (item.name().isBlank() || item.version().isBlank() || SbomRoot.isOne(item.root())) {
            return null;
        }
        return new PackageRow(
                item.type(),
                told.namespace(),
                Bounded.text(item.name(), Bounded.NAME),
                Bounded.text(item.version(), Bounded.NAME),
                name(item.arch()),
                name(item.source()),
                name(item.sourceVersion()),
                name(item.vendor()),
                name(item.signingKey()),
                Bounded.optional(item.root(), Bounded.VALUE));
    }

    private static @Nullable String name(@Nullable String text) {
        return Bounded.optional(text, Bounded.NAME);
    }

    private static String key(String text) {
        return Bounded.text(text, Intervals.KEY_LIMIT);
    }
}
