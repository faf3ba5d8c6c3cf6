package dev.cadastre.server.inventory;

import dev.cadastre.probe.Report;
import dev.cadastre.server.inventory.HostDetail.IdentityKey;
import dev.cadastre.server.inventory.identity.Candidate;
import dev.cadastre.server.inventory.identity.Recognition;
import dev.cadastre.server.inventory.identity.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the record that a report belongs to. */
@Component
class Recognizer {

    private final HostTable hosts;
    private final IdentityKeyTable identityKeys;
    private final Staleness staleness;

    Recognizer(HostTable hosts, IdentityKeyTable identityKeys, Staleness staleness) {
        this.hosts = hosts;
        this.identityKeys = identityKeys;
        this.staleness = staleness;
    }

    Recognition recognise(Origin origin, Report report, Instant now) {
        Set<IdentityKey> keys = IdentityKeyTable.of(report.identity());
        identityKeys.lock(keys);
        Instant recent = staleness.before(now);
        List<Candidate> candidates =
                hosts.alike(origin.name(), keys).stream()
                        .map(row -> candidate(row, recent))
                        .toList();
        return Recognition.of(
                new Sighting(
                        origin.name(), origin.naming(), origin.environment(), origin.reach(), keys),
                candidates);
    }

    private Candidate candidate(HostRow row, Instant recent) {
        return new Candidate(
                row.ordinal(),
                row.name(),
                row.environment(),
                row.declared(),
                !row.living(),
                row.living() && row.heardSince(recent),
                Set.copyOf(identityKeys.ofHost(row.ordinal())));
    }
}
