package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.AssetName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of assets. */
@Component
class AssetTable {

    static final String STATES = "topology.asset_state";

    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;

    AssetTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that live, with how reports show them. */
    void each(Consumer<AssetEntry> target) {
        jdbc.sql(
                        """
                        select asset.*, seen.value as seen
                        from topology.asset
                        left join topology.asset_state_open seen
                          on seen.subject = number and seen.key = 'seen'
                        where retired_at is null
                        """)
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    target.accept(entry(row));
                });
    }

    /** What is said of those that live. */
    void eachTold(BiConsumer<Integer, Told> target) {
        jdbc.sql(
                        """
                        select subject, value from topology.asset_state_open where key = 'told'
                        """)
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    target.accept(
                            row.getInt("subject"),
                            MapJson.read(row.getString("value"), Told.class));
                });
    }

    /** Adds those that no living one has the name of; returns all of these names. */
    List<AssetEntry> add(Collection<NewAsset> fresh, Instant now) {
        List<NewAsset> ordered =
                fresh.stream().sorted((one, other) -> one.name().compareTo(other.name())).toList();
        String[] names = ordered.stream().map(one -> one.name().toString()).toArray(String[]::new);
        jdbc.sql(
                        """
                        insert into topology.asset (name, environment, host, first_seen)
                        select name, environment, nullif(host, 0), ?
                        from unnest(?, ?, ?) as fresh (name, environment, host)
                        on conflict (name) where retired_at is null
                        do update set environment = excluded.environment, host = excluded.host
                          where excluded.host is not null and asset.host is null
                        """)
                .param(Timestamp.from(now))
                .param(names)
                .param(environments(ordered))
                .param(ordered.stream().mapToInt(NewAsset::host).toArray())
                .update();
        List<AssetEntry> added = new ArrayList<>();
        jdbc.sql(
                        """
                        select asset.*, seen.value as seen
                        from topology.asset
                        left join topology.asset_state_open seen
                          on seen.subject = number and seen.key = 'seen'
                        where name = any(?) and retired_at is null
                        """)
                .param(names)
                .query(row -> {
                    added.add(entry(row));
                });
        return added;
    }

    private static @Nullable String[] environments(List<NewAsset> fresh) {
        return fresh.stream().map(NewAsset::environment).toArray(String[]::new);
    }

    /** Gives assets other names and another environment. */
    void rename(List<AssetEntry> renamed) {
        jdbc.sql(
                        """
                        update topology.asset set name = told.name, environment = told.environment
                        from unnest(?, ?, ?) as told (number, name, environment)
                        where asset.number = told.number
                        """)
                .param(renamed.stream().mapToInt(AssetEntry::number).toArray())
                .param(renamed.stream().map(one -> one.name().toString()).toArray(String[]::new))
                .param(renamed.stream().map(AssetEntry::environment).toArray(String[]::new))
                .update();
    }

    /** Ends the lives of assets; what is known of them stays. */
    void retire(Collection<Integer> numbers, Instant now) {
        jdbc.sql("update topology.asset set retired_at = ? where number = any(?)")
                .param(Timestamp.from(now))
                .param(numbers.stream().mapToInt(Integer::intValue).toArray())
                .update();
    }

    private static AssetEntry entry(ResultSet row) throws SQLException {
        String seen = row.getString("seen");
        return new AssetEntry(
                row.getInt("number"),
                Objects.requireNonNull(AssetName.of(row.getString("name")).orElse(null)),
                row.getString("environment"),
                row.getInt("host"),
                row.getTimestamp("first_seen").toInstant(),
                seen == null ? null : MapJson.read(seen, Seen.class));
    }
}
