package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.AssetName;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Learns which assets are really others: those that people merged, and told addresses. */
@Component
public class KnownAliases {

    private final JdbcClient jdbc;
    private final AssetBook book;
    private final ToldBook told;
    private final Aliases aliases;

    KnownAliases(JdbcClient jdbc, AssetBook book, ToldBook told, Aliases aliases) {
        this.jdbc = jdbc;
        this.book = book;
        this.told = told;
        this.aliases = aliases;
    }

    /** To be called once the tables are in memory, and after each change of either. */
    public void learn() {
        Map<AssetName, AssetName> all = new HashMap<>();
        told.each((number, said) -> {
            AssetEntry asset = book.find(number);
            if (asset != null) {
                ToldAddresses.of(said).forEach(address -> all.put(address, asset.name()));
            }
        });
        merged(all);
        aliases.replaceAll(all);
    }

    private void merged(Map<AssetName, AssetName> all) {
        jdbc.sql(
                        """
                        select asset.name, other.name as other
                        from topology.correction
                        join topology.asset on asset.number = correction.asset
                        join topology.asset other on other.number = correction.target
                        where kind = 'MERGE' and withdrawn_at is null and other.retired_at is null
                        """)
                .query(row -> {
                    AssetName name = AssetName.of(row.getString("name")).orElse(null);
                    AssetName other = AssetName.of(row.getString("other")).orElse(null);
                    if (name != null && other != null) {
                        all.put(name, other);
                    }
                });
    }
}
