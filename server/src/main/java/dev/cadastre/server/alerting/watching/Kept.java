package dev.cadastre.server.alerting.watching;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.alerting.Affected;
import dev.cadastre.server.alerting.EarlierChange;
import dev.cadastre.server.alerting.before.NearChange;
import dev.cadastre.server.topology.AssetName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What was read off the register about an incident, as all of it is kept, and shown in part. */
record Kept(@Nullable List<NearChange> before, @Nullable Affected affected) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Kept read(String json) {
        return MAPPER.readValue(json, Kept.class);
    }

    String write() {
        return MAPPER.writeValueAsString(this);
    }

    List<EarlierChange> before(Reach reach) {
        return Objects.requireNonNullElse(before, List.<NearChange>of()).stream()
                .filter(one -> one.isVisible(reach))
                .map(NearChange::change)
                .toList();
    }

    /** An application is named with its environment. */
    Affected affected(Reach reach) {
        Affected whole = Objects.requireNonNullElse(affected, Affected.NOBODY);
        return new Affected(
                whole.assets(),
                whole.monitors(),
                whole.apps().stream()
                        .filter(app ->
                                AssetName.of(app)
                                        .flatMap(AssetName::place)
                                        .filter(reach::covers)
                                        .isPresent())
                        .toList(),
                whole.teams());
    }
}
