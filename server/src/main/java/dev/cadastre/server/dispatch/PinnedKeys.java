package dev.cadastre.server.dispatch;

import dev.cadastre.ssh.HostKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of pinned host keys, and of those that wait to be accepted. */
@Component
class PinnedKeys {

    private final JdbcClient jdbc;
    private final Clock clock;

    PinnedKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<HostKey> of(String host) {
        return jdbc.sql("select type, key from dispatch.host_key where host = ? order by pinned_at")
                .param(host)
                .query((row, number) -> new HostKey(row.getString(1), row.getString(2)))
                .list();
    }

    /** All that are pinned, by the name that they are held under and by type. */
    List<PinnedKey> all() {
        return jdbc.sql(
                        """
                        select host, type, key from dispatch.host_key
                        order by host collate "C", type collate "C"
                        """)
                .query((row, number) ->
                        new PinnedKey(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    void pin(String host, HostKey key, String by) {
        jdbc.sql(
                        """
                        insert into dispatch.host_key (host, type, key, pinned_at, pinned_by)
                        values (?, ?, ?, ?, ?) on conflict (host, type) do nothing
                        """)
                .params(host, key.type(), key.base64(), Timestamp.from(clock.instant()), by)
                .update();
    }

    /**
     * Keeps the key for {@link #accept}, and tells whether it is another than the last one kept.
     */
    @Transactional
    boolean present(String host, HostKey key) {
        Optional<HostKey> before = presented(host);
        jdbc.sql(
                        """
                        insert into dispatch.presented_key (host, type, key, presented_at)
                        values (?, ?, ?, ?)
                        on conflict (host) do update set
                          type = excluded.type, key = excluded.key,
                          presented_at = excluded.presented_at
                        """)
                .params(host, key.type(), key.base64(), Timestamp.from(clock.instant()))
                .update();
        return before.filter(key::equals).isEmpty();
    }

    Optional<HostKey> presented(String host) {
        return jdbc.sql("select type, key from dispatch.presented_key where host = ?")
                .param(host)
                .query((row, number) -> new HostKey(row.getString(1), row.getString(2)))
                .optional();
    }

    /** The key that one of these hosts has presented last. */
    Optional<HostKey> lastPresented(List<String> hosts) {
        return jdbc.sql(
                        """
                        select type, key from dispatch.presented_key where host = any(?)
                        order by presented_at desc limit 1
                        """)
                .param(hosts.toArray(String[]::new))
                .query((row, number) -> new HostKey(row.getString(1), row.getString(2)))
                .optional();
    }

    /** The presented key takes the place of all others of the host. */
    @Transactional
    void accept(String host, HostKey key, String by) {
        forget(host);
        pin(host, key, by);
    }

    /** Forgets a host altogether. */
    @Transactional
    void forget(String host) {
        jdbc.sql("delete from dispatch.host_key where host = ?").param(host).update();
        jdbc.sql("delete from dispatch.presented_key where host = ?").param(host).update();
    }
}
