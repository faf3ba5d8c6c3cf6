package dev.cadastre.server.inventory.installed;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells since when hosts have packages. Thread-safe. */
@Component
public class PackageSince {

    private final JdbcClient jdbc;

    PackageSince(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the packages of some hosts came. */
    public static final class Arrivals {

        private final Map<Integer, Instant> first = new HashMap<>();
        private final Map<Integer, Map<Integer, Instant>> later = new HashMap<>();

        private void read(int host, Instant since, @Nullable PackageIds gained) {
            if (!first.containsKey(host)) {
                first.put(host, since);
            } else if (gained != null) {
                Map<Integer, Instant> known =
                        later.computeIfAbsent(host, ordinal -> new HashMap<>());
                gained.stream().forEach(id -> known.put(id, since));
            }
        }

        /**
         * Since when the host has the package, which it has to have; if that is longer than history
         * is kept, the earliest moment that is known.
         */
        public Instant since(int host, int packageId) {
            Instant arrival = later.getOrDefault(host, Map.of()).get(packageId);
            if (arrival != null) {
                return arrival;
            }
            Instant start = first.get(host);
            if (start == null) {
                throw new IllegalArgumentException("Nothing is known of host " + host);
            }
            return start;
        }
    }

    /**
     * When packages came to hosts.
     *
     * @param at the moment at which the hosts have them; null for now
     */
    public Arrivals arrivals(Collection<Integer> hosts, PackageIds packages, @Nullable Instant at) {
        Arrivals arrivals = new Arrivals();
        jdbc.sql(
                        """
                        select host, since,
                               case when gained && :packages then gained end as gained
                        from inventory.host_packages
                        where host = any(:hosts)
                          and (cast(:at as timestamptz) is null
                               or since <= cast(:at as timestamptz))
                        order by host, since
                        """)
                .param("hosts", hosts.stream().mapToInt(Integer::intValue).toArray())
                .param("packages", packages.toArray())
                .param("at", at == null ? null : Timestamp.from(at))
                .query(row -> {
                    boolean relevant = row.getArray("gained") != null;
                    arrivals.read(
                            row.getInt("host"),
                            row.getTimestamp("since").toInstant(),
                            relevant ? PackageSets.ids(row, "gained") : null);
                });
        return arrivals;
    }
}
