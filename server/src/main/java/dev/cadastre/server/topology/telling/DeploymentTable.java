package dev.cadastre.server.topology.telling;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.topology.keeping.MapJson;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of deployments. */
@Component
class DeploymentTable {

    private final JdbcClient jdbc;

    DeploymentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One that was told under a key.
     *
     * @param told how it was told
     */
    record Kept(Deployment deployment, String told) {}

    Optional<Kept> under(String key, String toldBy) {
        return jdbc.sql(
                        """
                        select id, value, told from topology.deployment
                        where key = ? and told_by = ?
                        """)
                .param(key)
                .param(toldBy)
                .query((row, _) ->
                        new Kept(
                                deployment(row.getLong("id"), row.getString("value")),
                                row.getString("told")))
                .optional();
    }

    /** Adds it; its id is given here. */
    Deployment add(Deployment deployment, @Nullable String key, String told) {
        long id =
                jdbc.sql(
                                """
                                insert into topology.deployment
                                  (at, app, environment, hosts, key, told_by, value, told)
                                values (?, ?, ?, ?, ?, ?, cast(? as json), ?)
                                returning id
                                """)
                        .param(Timestamp.from(deployment.at()))
                        .param(deployment.app())
                        .param(deployment.environment())
                        .param(deployment.hosts().toArray(String[]::new))
                        .param(key)
                        .param(deployment.toldBy())
                        .param(MapJson.write(deployment))
                        .param(told)
                        .query((row, _) -> row.getLong("id"))
                        .single();
        return withId(id, deployment);
    }

    List<Deployment> find(DeploymentQuery query, Reach reach) {
        return jdbc.sql(
                        """
                        select id, value from topology.deployment
                        where (cast(:reach as text[]) is null
                                 or environment = any(cast(:reach as text[])))
                          and (cast(:app as text) is null or app = :app)
                          and (cast(:host as text) is null or hosts @> array[cast(:host as text)])
                          and (cast(:environment as text) is null or environment = :environment)
                          and (cast(:since as timestamptz) is null or at >= :since)
                          and (cast(:until as timestamptz) is null or at < :until)
                          and (cast(:before as bigint) is null or id < :before)
                        order by id desc limit :limit
                        """)
                .param("reach", reach.parameter())
                .param("app", query.app())
                .param("host", query.host())
                .param("environment", query.environment())
                .param("since", timestamp(query.since()))
                .param("until", timestamp(query.until()))
                .param("before", query.before())
                .param("limit", query.limit())
                .query((row, _) -> deployment(row.getLong("id"), row.getString("value")))
                .list();
    }

    /**
     * One that was not undone.
     *
     * @param origin the id of the one that runs there again by it, or its own
     */
    record Standing(Deployment deployment, long origin) {}

    /**
     * What of an application was not undone on a host, newest first.
     *
     * @param host null for any
     */
    List<Standing> standing(String app, String environment, @Nullable String host, int limit) {
        return jdbc.sql(
                        """
                        select id, value, coalesce(again, id) as origin from topology.deployment
                        where app = :app and environment = :environment and not hosts <@ undone
                          and (cast(:host as text) is null
                                 or (hosts @> array[cast(:host as text)]
                                       and not undone @> array[cast(:host as text)]))
                        order by id desc limit :limit
                        """)
                .param("app", app)
                .param("environment", environment)
                .param("host", host)
                .param("limit", limit)
                .query((row, _) ->
                        new Standing(
                                deployment(row.getLong("id"), row.getString("value")),
                                row.getLong("origin")))
                .list();
    }

    /** One runs again by another. */
    void again(long by, long origin) {
        jdbc.sql("update topology.deployment set again = ? where id = ?")
                .param(origin)
                .param(by)
                .update();
    }

    /** Those were undone on that host, also where they run again by others. */
    void undone(List<Long> origins, String host) {
        jdbc.sql(
                        """
                        update topology.deployment set undone = array_append(undone, cast(:host as text))
                        where coalesce(again, id) = any(:origins) and hosts @> array[cast(:host as text)]
                          and not undone @> array[cast(:host as text)]
                        """)
                .param("host", host)
                .param("origins", origins.toArray(Long[]::new))
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static Deployment deployment(long id, String value) {
        return withId(id, MapJson.read(value, Deployment.class));
    }

    private static Deployment withId(long id, Deployment one) {
        return new Deployment(
                id,
                one.at(),
                one.app(),
                one.environment(),
                one.version(),
                one.hosts() == null ? List.of() : one.hosts(),
                one.by(),
                one.tool(),
                one.run(),
                one.link(),
                one.parameters() == null ? Map.of() : one.parameters(),
                one.dependencies() == null ? List.of() : one.dependencies(),
                one.programs() == null ? List.of() : one.programs(),
                one.toldBy());
    }
}
