package dev.cadastre.server.inventory;

import dev.cadastre.probe.Report;
import dev.cadastre.server.inventory.StoredValues.StoredFact;
import dev.cadastre.server.inventory.installed.PackageIds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * Keeps what a source told last that is not believed in everything, or may not be at another time:
 * the loser is shown, not merged.
 */
@Component
class ClaimTable {

    private static final TypeReference<Map<String, StoredFact>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ClaimTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All that a source told.
     *
     * @param facts its state facts by name
     */
    record Claim(Source source, Map<String, StoredFact> facts, PackageIds packages) {}

    void write(int host, Source source, Report report, PackageIds packages) {
        jdbc.sql(
                        """
                        insert into inventory.claim as known (host, source, facts, packages)
                        values (?, ?, ?, ?)
                        on conflict (host, source) do update
                        set facts = excluded.facts, packages = excluded.packages
                        where known.facts <> excluded.facts
                           or known.packages <> excluded.packages
                        """)
                .param(host)
                .param(source.name())
                .param(StateJson.write(ReportContent.told(report)))
                .param(packages.stream().toArray())
                .update();
    }

    List<Claim> of(int host) {
        return jdbc.sql(
                        "select source, facts, packages from inventory.claim where host = ?"
                                + " order by source")
                .param(host)
                .query((row, number) ->
                        new Claim(
                                Source.valueOf(row.getString("source")),
                                StateJson.read(row.getString("facts"), FACTS),
                                PackageIds.of(
                                        Arrays.asList(
                                                (Integer[]) row.getArray("packages").getArray()))))
                .list();
    }
}
