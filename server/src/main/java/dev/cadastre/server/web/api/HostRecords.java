package dev.cadastre.server.web.api;

import dev.cadastre.api.Breach;
import dev.cadastre.api.Contradiction;
import dev.cadastre.api.HostSummary;
import dev.cadastre.api.IdentityKey;
import dev.cadastre.api.JsonstatsServer;
import dev.cadastre.api.Lifecycle;
import dev.cadastre.api.Origin;
import dev.cadastre.api.Outcome;
import dev.cadastre.api.SectionSource;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.HostDetail;
import dev.cadastre.server.inventory.Jsonstats;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hosts as they are sent. */
public final class HostRecords {

    private HostRecords() {}

    public static HostSummary summary(Host host) {
        return new HostSummary(
                host.id().toString(),
                host.name(),
                host.environment(),
                host.groups(),
                host.address(),
                host.os(),
                host.kernel(),
                outcome(host.outcome()),
                host.observedAt(),
                host.stale(),
                host.packages(),
                Lifecycle.valueOf(host.lifecycle().name()));
    }

    public static dev.cadastre.api.Host detailed(
            Host host, HostDetail detail, List<Breach> breaches, Map<String, Object> facts) {
        return new dev.cadastre.api.Host(
                host.id().toString(),
                host.name(),
                host.environment(),
                host.groups(),
                host.address(),
                host.os(),
                host.kernel(),
                outcome(host.outcome()),
                host.observedAt(),
                host.stale(),
                host.packages(),
                Lifecycle.valueOf(host.lifecycle().name()),
                facts,
                detail.sources().stream().map(HostRecords::source).toList(),
                detail.contradictions().stream().map(HostRecords::contradiction).toList(),
                jsonstats(detail.jsonstats()),
                detail.identity().stream().map(HostRecords::identityKey).toList(),
                detail.conflicts().stream().map(ConflictRecords::conflict).toList(),
                breaches,
                origin(host));
    }

    public static Outcome outcome(dev.cadastre.server.inventory.Outcome outcome) {
        return new Outcome(
                Outcome.Kind.valueOf(outcome.kind().name()),
                outcome.since(),
                outcome.reason(),
                outcome.remedy(),
                outcome.lastAttempt());
    }

    public static @Nullable Origin origin(Host host) {
        return host.file() == null ? null : new Origin(host.file(), host.line());
    }

    private static SectionSource source(HostDetail.SectionSource source) {
        return new SectionSource(
                source.section(),
                SectionSource.Source.valueOf(source.source().name()),
                source.believed(),
                SectionSource.Status.valueOf(source.status().name()),
                source.reason(),
                source.observedAt());
    }

    private static Contradiction contradiction(HostDetail.Contradiction found) {
        return new Contradiction(
                found.section(),
                found.subject(),
                SectionSource.Source.valueOf(found.believed().name()),
                found.value(),
                SectionSource.Source.valueOf(found.other().name()),
                found.told(),
                found.toldAt());
    }

    private static @Nullable JsonstatsServer jsonstats(@Nullable Jsonstats server) {
        return server == null ? null : new JsonstatsServer(server.url(), outcome(server.outcome()));
    }

    private static IdentityKey identityKey(HostDetail.IdentityKey key) {
        return new IdentityKey(IdentityKey.Kind.valueOf(key.kind().name()), key.value());
    }
}
