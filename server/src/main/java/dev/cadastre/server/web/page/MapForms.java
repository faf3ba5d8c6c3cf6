package dev.cadastre.server.web.page;

import dev.cadastre.api.Environment;
import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.Correction;
import dev.cadastre.api.map.Relation;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.topology.telling.Corrections;
import dev.cadastre.server.topology.telling.MapTeam;
import dev.cadastre.server.topology.telling.Teams;
import dev.cadastre.server.web.api.Environments;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.ToldMapRecords;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms about the map offer to whom. */
@Component
class MapForms {

    private static final int CORRECTIONS = 50;

    private final Corrections corrections;
    private final Teams teams;
    private final Environments environments;
    private final Permitted permitted;

    MapForms(Corrections corrections, Teams teams, Environments environments, Permitted permitted) {
        this.corrections = corrections;
        this.teams = teams;
        this.environments = environments;
        this.permitted = permitted;
    }

    /** Whether the reader may change what lies there; null for what lies in no environment. */
    boolean writer(@Nullable String environment) {
        return permitted.may(Verb.WRITE, Part.TOPOLOGY, environment);
    }

    /** The teams that there are. */
    List<String> teams() {
        return teams.all().stream().map(MapTeam::name).toList();
    }

    /** The environments in which the reader may say that something is. */
    List<String> environments() {
        return environments.all(null).stream().map(Environment::name).filter(this::writer).toList();
    }

    /** What may be done to an asset; nothing to that of a moment past. */
    AssetWork work(
            Asset asset,
            @Nullable Instant at,
            CorrectionForm correction,
            LinkForm link,
            FormFaults faults) {
        boolean writer = at == null && writer(asset.environment());
        return new AssetWork(
                inForce(asset.id()),
                writer,
                asset.presence() == Asset.Presence.DECLARED && !asset.kind().equals("team"),
                writer ? teams() : List.of(),
                correction,
                link,
                faults);
    }

    private List<Correction> inForce(String asset) {
        return corrections
                .find(asset, false, null, CORRECTIONS, permitted.read(Part.TOPOLOGY))
                .stream()
                .map(ToldMapRecords::correction)
                .toList();
    }

    /** What was put right of a relation; null if nothing was. */
    @Nullable Correction inForce(Relation relation) {
        return inForce(relation.source()).stream()
                .filter(one ->
                        one.type() == relation.type()
                                && one.asset().equals(relation.source())
                                && Objects.equals(one.target(), relation.target()))
                .findFirst()
                .orElse(null);
    }
}
