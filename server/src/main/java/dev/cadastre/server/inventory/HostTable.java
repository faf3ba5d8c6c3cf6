package dev.cadastre.server.inventory;

import dev.cadastre.server.inventory.HostDetail.IdentityKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes lines of the table of hosts. */
@Component
class HostTable {

    /** Stands before the number of a host whose name another one has, too. */
    private static final char DOUBT = '~';

    private final JdbcClient jdbc;

    HostTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets writers of one name take turns until the end of the transaction. */
    void reserve(String name) {
        reserve(List.of(name));
    }

    /** The same for several names; to be called once in a transaction, and before other locks. */
    void reserve(List<String> names) {
        jdbc.sql(
                        """
                        select pg_advisory_xact_lock(id) from (
                          select distinct hashtextextended('inventory.host ' || name, 20260101) as id
                          from unnest(?) as wanted (name) order by 1) as ordered
                        """)
                .param(names.toArray(String[]::new))
                .query((row, number) -> number)
                .list();
    }

    HostRow lock(int ordinal) {
        return jdbc.sql("select * from inventory.host where ordinal = ? for update")
                .param(ordinal)
                .query(HostRow::of)
                .single();
    }

    Optional<HostRow> withId(UUID id) {
        return jdbc.sql("select * from inventory.host where id = ?")
                .param(id)
                .query(HostRow::of)
                .optional();
    }

    HostRow withOrdinal(int ordinal) {
        return jdbc.sql("select * from inventory.host where ordinal = ?")
                .param(ordinal)
                .query(HostRow::of)
                .single();
    }

    /** The living host of that name, or else the one retired last. */
    Optional<HostRow> named(String name) {
        return jdbc.sql(
                        """
                        select * from inventory.host where name = ?
                        order by retired_at desc nulls first limit 1
                        """)
                .param(name)
                .query(HostRow::of)
                .optional();
    }

    /** The names of the living hosts that the estate states. */
    List<String> declared() {
        return jdbc.sql(
                        """
                        select name from inventory.host
                        where declared and lifecycle = 'LIVE' order by name
                        """)
                .query((row, number) -> row.getString(1))
                .list();
    }

    Optional<HostRow> living(String name) {
        return named(name).filter(HostRow::living);
    }

    /**
     * Every host with that name, with or without a mark of doubt, or with one of the keys, the
     * oldest first.
     */
    List<HostRow> alike(String name, Collection<IdentityKey> keys) {
        // One condition of three parts would read all hosts; each part by itself has its index.
        return jdbc.sql(
                        """
                        select * from inventory.host
                        where ordinal in (
                          select ordinal from inventory.host where name = ?
                          union all
                          select ordinal from inventory.host
                          where lifecycle = 'LIVE'
                            and name collate "C" >= ? and name collate "C" < ?
                          union all
                          select host from unnest(?, ?) as seen (kind, value)
                          join inventory.identity_key using (kind, value))
                        order by ordinal
                        """)
                .param(name)
                .param(name + DOUBT)
                .param(name + (char) (DOUBT + 1))
                .param(keys.stream().map(key -> key.kind().name()).toArray(String[]::new))
                .param(keys.stream().map(IdentityKey::value).toArray(String[]::new))
                .query(HostRow::of)
                .list();
    }

    /**
     * Of which of these something is known by name or by a key, the places in the lists.
     *
     * @param keys the keys of each of the names
     */
    Set<Integer> known(List<String> names, List<Set<IdentityKey>> keys) {
        List<Integer> places = new ArrayList<>();
        List<IdentityKey> each = new ArrayList<>();
        for (int place = 0; place < keys.size(); place++) {
            for (IdentityKey key : keys.get(place)) {
                places.add(place + 1);
                each.add(key);
            }
        }
        return jdbc
                .sql(
                        """
                        select place from unnest(?) with ordinality as told (name, place)
                        where exists (select from inventory.host
                                      where name in (told.name, told.name || '~2'))
                        union
                        select place from unnest(?, ?, ?) as told (place, kind, value)
                        join inventory.identity_key using (kind, value)
                        """)
                .param(names.toArray(String[]::new))
                .param(places.toArray(Integer[]::new))
                .param(each.stream().map(key -> key.kind().name()).toArray(String[]::new))
                .param(each.stream().map(IdentityKey::value).toArray(String[]::new))
                .query((row, number) -> row.getInt(1) - 1)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** New hosts, observed for the first time; one for each report, in their order. */
    List<HostRow> createAll(List<FirstReports.First> reports, Instant now) {
        Map<UUID, HostRow> created = HashMap.newHashMap(reports.size());
        List<UUID> ids = reports.stream().map(_ -> UUID.randomUUID()).toList();
        jdbc.sql(
                        """
                        insert into inventory.host
                          (id, name, environment, groups, declared, first_seen, observed_at,
                           host_time, os_id, os, kernel, packages, outcome, outcome_since,
                           attempted_at)
                        select id, name, environment,
                               array(select json_array_elements_text(cast(groups as json))), false,
                               at, at, host_time, os_id, os, kernel, packages,
                               case when probed then 'COLLECTED' else 'PENDING' end, at,
                               case when probed then at end
                        from unnest(:ids, :names, :environments, :groups,
                            cast(:times as timestamptz[]), :osIds, :systems, :kernels, :packages,
                            :probed)
                          as told (id, name, environment, groups, host_time, os_id, os, kernel,
                                   packages, probed),
                          (values (cast(:now as timestamptz))) as seen (at)
                        returning *
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("names", texts(reports, report -> report.origin().name()))
                .param("environments", texts(reports, FirstReports.First::environment))
                .param("groups", texts(reports, report -> StateJson.write(report.groups())))
                .param(
                        "times",
                        reports.stream()
                                .map(report -> Timestamp.from(report.report().hostTime()))
                                .toArray(Timestamp[]::new))
                .param("osIds", texts(reports, report -> report.fact(FactNames.OS_ID)))
                .param("systems", texts(reports, report -> report.fact(FactNames.OS_NAME)))
                .param("kernels", texts(reports, report -> report.fact(FactNames.KERNEL)))
                .param(
                        "packages",
                        reports.stream().mapToInt(report -> report.packages().size()).toArray())
                .param(
                        "probed",
                        reports.stream()
                                .map(report -> report.origin().source() == Source.PROBE)
                                .toArray(Boolean[]::new))
                .param("now", Timestamp.from(now))
                .query(row -> {
                    HostRow host = HostRow.of(row, 0);
                    created.put(host.id(), host);
                });
        return ids.stream().map(id -> Objects.requireNonNull(created.get(id))).toList();
    }

    private static @Nullable String[] texts(
            List<FirstReports.First> reports,
            Function<FirstReports.First, @Nullable String> value) {
        return reports.stream().map(value).toArray(String[]::new);
    }

    /** A new host, not yet observed. */
    HostRow create(
            String name,
            String environment,
            List<String> groups,
            @Nullable String address,
            Instant now) {
        return jdbc.sql(
                        """
                        insert into inventory.host
                          (id, name, environment, groups, address, declared, first_seen,
                           outcome_since)
                        values (?, ?, ?, ?, ?, false, ?, ?) returning *
                        """)
                .param(UUID.randomUUID())
                .param(name)
                .param(environment)
                .param(groups.toArray(String[]::new))
                .param(address)
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .query(HostRow::of)
                .single();
    }

    /** The first of {@code web1~2}, {@code web1~3} … that no living host has. */
    String freeVariant(String name) {
        for (int number = 2; ; number++) {
            String variant = name + DOUBT + number;
            if (living(variant).isEmpty()) {
                return variant;
            }
        }
    }

    HostRow place(int ordinal, String name, String environment, List<String> groups) {
        return jdbc.sql(
                        """
                        update inventory.host
                        set name = ?, environment = ?, groups = ?, revision = revision + 1
                        where ordinal = ? returning *
                        """)
                .param(name)
                .param(environment)
                .param(groups.toArray(String[]::new))
                .param(ordinal)
                .query(HostRow::of)
                .single();
    }

    /** Notes how many packages the host has. */
    void count(int ordinal, int packages) {
        jdbc.sql("update inventory.host set packages = ? where ordinal = ?")
                .param(packages)
                .param(ordinal)
                .update();
    }

    HostRow state(int ordinal, @Nullable Declaration declaration) {
        return jdbc.sql(
                        """
                        update inventory.host
                        set declared = ?, address = ?, file = ?, line = ? where ordinal = ?
                        returning *
                        """)
                .param(declaration != null)
                .param(declaration == null ? null : declaration.address())
                .param(declaration == null ? null : declaration.file())
                .param(declaration == null ? 0 : declaration.line())
                .param(ordinal)
                .query(HostRow::of)
                .single();
    }

    HostRow live(int ordinal, Lifecycle lifecycle, @Nullable Instant retiredAt) {
        return jdbc.sql(
                        """
                        update inventory.host
                        set lifecycle = ?, retired_at = ?, revision = revision + 1
                        where ordinal = ? returning *
                        """)
                .param(lifecycle.name())
                .param(retiredAt == null ? null : Timestamp.from(retiredAt))
                .param(ordinal)
                .query(HostRow::of)
                .single();
    }

    void delete(int ordinal) {
        jdbc.sql("delete from inventory.host where ordinal = ?").param(ordinal).update();
    }
}
