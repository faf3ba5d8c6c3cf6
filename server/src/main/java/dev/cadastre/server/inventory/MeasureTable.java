package dev.cadastre.server.inventory;

import dev.cadastre.probe.Fact;
import dev.cadastre.probe.InstalledRuntime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Reads what the last report of each source measured. */
@Component
class MeasureTable {

    private static final TypeReference<Map<String, JsonNode>> MEASURES = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<InstalledRuntime.Use>>> USES =
            new TypeReference<>() {};

    private final JdbcClient jdbc;

    MeasureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Observation(Instant at, String measures, String uses) {}

    /** The latest value of every measure. */
    List<HostFact> measures(int host) {
        Map<String, HostFact> latest = new HashMap<>();
        for (Observation observation : observations(host)) {
            StateJson.read(observation.measures(), MEASURES)
                    .forEach((name, value) ->
                            latest.put(
                                    name,
                                    new HostFact(
                                            name,
                                            StateJson.factValue(value),
                                            Fact.Kind.MEASURE,
                                            observation.at())));
        }
        return List.copyOf(latest.values());
    }

    /** Who uses which runtime, by the runtime's key. */
    Map<String, List<InstalledRuntime.Use>> uses(int host) {
        Map<String, List<InstalledRuntime.Use>> uses = new HashMap<>();
        observations(host)
                .forEach(observation -> uses.putAll(StateJson.read(observation.uses(), USES)));
        return uses;
    }

    /** Those of the sources that precede come last, so that they prevail. */
    private List<Observation> observations(int host) {
        return jdbc.sql(
                        """
                        select observed_at, measures, uses from inventory.observation
                        where host = ? order by array_position(?, source) desc
                        """)
                .param(host)
                .param(Arrays.stream(Source.values()).map(Enum::name).toArray(String[]::new))
                .query((row, number) ->
                        new Observation(
                                row.getTimestamp("observed_at").toInstant(),
                                row.getString("measures"),
                                row.getString("uses")))
                .list();
    }
}
