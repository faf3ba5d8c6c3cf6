package dev.cadastre.server.inventory;

import dev.cadastre.server.storage.health.Examination;
import dev.cadastre.server.storage.health.Finding;
import dev.cadastre.server.storage.health.FindingKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether hosts can be collected: one that cannot is an event, many at once are our trouble. */
@Component
class CollectionHealth implements Examination {

    private static final long SEVERAL = 3;

    private final JdbcClient jdbc;

    CollectionHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Finding> examine() {
        Map<Outcome.Kind, Long> hosts = new TreeMap<>();
        jdbc.sql(
                        """
                        select outcome, count(*) as hosts from inventory.host
                        where lifecycle = 'LIVE' and attempted_at is not null group by outcome
                        """)
                .query(row -> {
                    hosts.put(Outcome.Kind.valueOf(row.getString("outcome")), row.getLong("hosts"));
                });
        return findings(hosts);
    }

    /** A fifth of those that are collected is many. Pure. */
    static List<Finding> findings(Map<Outcome.Kind, Long> hosts) {
        long all = hosts.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> reasons = new TreeMap<>();
        hosts.forEach((kind, count) -> {
            if (kind.failing()) {
                reasons.put(kind.name(), count);
            }
        });
        long failing = reasons.values().stream().mapToLong(Long::longValue).sum();
        if (failing < SEVERAL || failing * 5 < all) {
            return List.of();
        }
        String what = "The last collection of %d of %d failed: %s".formatted(failing, all, reasons);
        return List.of(
                failing * 2 >= all
                        ? Finding.error(FindingKind.COLLECTIONS_FAILING, "hosts", what)
                        : Finding.warning(FindingKind.COLLECTIONS_FAILING, "hosts", what));
    }
}
