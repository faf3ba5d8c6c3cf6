package dev.cadastre.server.change.keeping;

import dev.cadastre.change.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hosts of runs, by name. */
@Component
public class RunHosts {

    private static final int LONGEST_ID = 18;

    private final JdbcClient jdbc;

    RunHosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those of a run; none if there is no such run.
     *
     * @param run its number, or the name by which locks on hosts know it
     */
    public List<String> of(String run) {
        boolean isNumber =
                run.length() <= LONGEST_ID && run.chars().allMatch(c -> c >= '0' && c <= '9');
        return jdbc.sql(
                        """
                        select host from change.run_host
                        where run in (select id from change.run where id = ? or name = ?)
                        """)
                .params(isNumber ? Long.parseLong(run) : -1L, run)
                .query((row, _) -> row.getString("host"))
                .list();
    }

    /** All of which there is a run, by how the last one stands. */
    public Map<Status, List<String>> latest() {
        Map<Status, List<String>> hosts = new EnumMap<>(Status.class);
        jdbc.sql(
                        """
                        select last.host, run.status from change.run join
                          (select host, max(run) as run from change.run_host group by host) as last
                          on run.id = last.run
                        """)
                .query(row -> {
                    hosts.computeIfAbsent(
                                    Status.valueOf(row.getString("status")), _ -> new ArrayList<>())
                            .add(row.getString("host"));
                });
        return hosts;
    }
}
