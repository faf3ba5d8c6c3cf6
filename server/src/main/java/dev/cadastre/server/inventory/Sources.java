package dev.cadastre.server.inventory;

import dev.cadastre.probe.SectionOutcome;
import dev.cadastre.server.inventory.installed.PackageDictionary;
import dev.cadastre.server.inventory.installed.PackageSets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who speaks for a host, who is believed, and where the others say something else. */
@Component
class Sources {

    private final SourceTable table;
    private final ClaimTable claims;
    private final SbomTable sboms;
    private final Readings readings;
    private final PackageSets packages;
    private final PackageDictionary dictionary;
    private final Clock clock;

    Sources(
            SourceTable table,
            ClaimTable claims,
            SbomTable sboms,
            Readings readings,
            PackageSets packages,
            PackageDictionary dictionary,
            Clock clock) {
        this.table = table;
        this.claims = claims;
        this.sboms = sboms;
        this.readings = readings;
        this.packages = packages;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    /** Who told what, by section, the believed source first. */
    List<HostDetail.SectionSource> ofHost(int host, Instant fresh) {
        List<HostDetail.SectionSource> sources = new ArrayList<>();
        String section = "";
        for (SectionClaim claim : ordered(host, fresh)) {
            boolean first = !claim.section().equals(section);
            section = claim.section();
            sources.add(
                    new HostDetail.SectionSource(
                            section,
                            claim.source(),
                            first,
                            claim.status(),
                            claim.reason(),
                            claim.observedAt()));
        }
        sboms.of(host, null).stream().map(Sources::told).forEach(sources::add);
        return sources;
    }

    /** What a bill of materials tells, nobody else does. */
    private static HostDetail.SectionSource told(AttachedSbom sbom) {
        return new HostDetail.SectionSource(
                sbom.root(),
                Source.SBOM,
                true,
                SectionOutcome.Status.COLLECTED,
                sbom.remark(),
                sbom.uploadedAt());
    }

    /** Where a source that is not believed tells otherwise than the one that is. */
    List<HostDetail.Contradiction> contradictions(int host, Instant fresh) {
        List<ClaimTable.Claim> told = claims.of(host);
        if (told.isEmpty()) {
            return List.of();
        }
        var contradictions =
                new Contradictions(
                        ordered(host, fresh),
                        readings.texts(StateDomain.FACTS, host, null),
                        dictionary.packages(packages.members(host, null)).stream()
                                .filter(known -> !SbomRoot.isOne(known.root()))
                                .toList());
        return told.stream()
                .flatMap(claim ->
                        contradictions.of(claim, dictionary.packages(claim.packages())).stream())
                .limit(Contradictions.SHOWN)
                .toList();
    }

    private List<SectionClaim> ordered(int host, Instant fresh) {
        return Precedence.of(fresh, clock.instant()).ordered(table.told(host));
    }
}
