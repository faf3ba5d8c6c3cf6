package dev.cadastre.server.inventory;

import dev.cadastre.probe.Identity;
import dev.cadastre.server.inventory.HostDetail.IdentityKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what hosts are recognised by. */
@Component
class IdentityKeyTable {

    private final JdbcClient jdbc;

    IdentityKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Until the transaction ends, nobody else admits a report with one of these keys. Without that
     * two clones whose first reports come at once would not see each other.
     */
    void lock(Collection<IdentityKey> keys) {
        jdbc.sql(
                        """
                        select pg_advisory_xact_lock(id) from (
                          select distinct hashtextextended(kind || ' ' || value, 0) as id
                          from unnest(?, ?) as seen (kind, value) order by 1) as ordered
                        """)
                .param(keys.stream().map(key -> key.kind().name()).toArray(String[]::new))
                .param(keys.stream().map(IdentityKey::value).toArray(String[]::new))
                .query((row, number) -> number)
                .list();
    }

    List<IdentityKey> ofHost(int ordinal) {
        return jdbc.sql(
                        """
                        select kind, value from inventory.identity_key where host = ?
                        order by kind, value
                        """)
                .param(ordinal)
                .query((row, number) ->
                        new IdentityKey(
                                IdentityKey.Kind.valueOf(row.getString("kind")),
                                row.getString("value")))
                .list();
    }

    /** The keys of hosts that have none. */
    void begin(Map<HostRow, Set<IdentityKey>> keys) {
        List<Integer> hosts = new ArrayList<>();
        List<IdentityKey> each = new ArrayList<>();
        keys.forEach((host, own) ->
                own.forEach(key -> {
                    hosts.add(host.ordinal());
                    each.add(key);
                }));
        jdbc.sql(
                        """
                        insert into inventory.identity_key (host, kind, value)
                        select * from unnest(?, ?, ?)
                        """)
                .param(hosts.toArray(Integer[]::new))
                .param(each.stream().map(key -> key.kind().name()).toArray(String[]::new))
                .param(each.stream().map(IdentityKey::value).toArray(String[]::new))
                .update();
    }

    /** Keys of a kind that is told take the place of those known; others stay. */
    void replace(int ordinal, Set<IdentityKey> keys) {
        jdbc.sql(
                        """
                        with told as (
                          select kind, value from unnest(:kinds, :values) as told (kind, value)),
                        gone as (
                          delete from inventory.identity_key known
                          where host = :host and kind in (select kind from told)
                            and not exists (select from told
                              where told.kind = known.kind and told.value = known.value))
                        insert into inventory.identity_key (kind, value, host)
                        select kind, value, :host from told on conflict do nothing
                        """)
                .param("host", ordinal)
                .param("kinds", keys.stream().map(key -> key.kind().name()).toArray(String[]::new))
                .param("values", keys.stream().map(IdentityKey::value).toArray(String[]::new))
                .update();
    }

    void add(int ordinal, Collection<IdentityKey> keys) {
        jdbc.sql(
                        """
                        insert into inventory.identity_key (kind, value, host)
                        select kind, value, ? from unnest(?, ?) as told (kind, value)
                        on conflict do nothing
                        """)
                .param(ordinal)
                .param(keys.stream().map(key -> key.kind().name()).toArray(String[]::new))
                .param(keys.stream().map(IdentityKey::value).toArray(String[]::new))
                .update();
    }

    /** What a host is recognised by, within bounds. */
    static Set<IdentityKey> of(Identity identity) {
        List<IdentityKey> keys = new ArrayList<>();
        add(keys, IdentityKey.Kind.MACHINE_ID, identity.machineId());
        add(keys, IdentityKey.Kind.DMI_UUID, identity.dmiUuid());
        add(keys, IdentityKey.Kind.CLOUD_ID, identity.cloudId());
        identity.sshHostKeys().stream()
                .limit(20)
                .forEach(key -> add(keys, IdentityKey.Kind.SSH_HOST_KEY, key.fingerprint()));
        return Set.copyOf(keys);
    }

    private static void add(List<IdentityKey> keys, IdentityKey.Kind kind, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            IdentityKey key = new IdentityKey(kind, Bounded.text(value, Bounded.NAME));
            if (!keys.contains(key)) {
                keys.add(key);
            }
        }
    }
}
