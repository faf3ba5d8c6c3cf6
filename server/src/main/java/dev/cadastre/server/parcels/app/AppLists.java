package dev.cadastre.server.parcels.app;

import dev.cadastre.server.access.Reach;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of apps, over all of them. */
@Component
class AppLists {

    private final JdbcClient jdbc;
    private final AppRows rows;

    AppLists(JdbcClient jdbc, AppRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** What is there of all apps within reach, by environments and names. */
    List<AppRevision> current(@Nullable String environment, Reach reach) {
        return rows.all(
                jdbc.sql(
                                AppRows.REVISIONS
                                        + """
                                        where r.state = 'CURRENT'
                                          and (?::text is null or a.environment = ?)
                                          and (?::text[] is null or a.environment = any(?::text[]))
                                        order by a.environment, a.name
                                        """)
                        .param(environment)
                        .param(environment)
                        .param(reach.parameter())
                        .param(reach.parameter()));
    }

    /**
     * The last revision of apps within reach that anybody started and did not undo, by environments
     * and names; without those that took an app away.
     */
    List<AppRevision> lastBegun(AppQuery query, Reach reach) {
        AppName after = query.after();
        return rows.all(
                jdbc.sql(
                                AppRows.REVISIONS
                                        + """
                                        where r.number = (select max(number) from parcels.app_revision o
                                            where o.app = r.app and o.state not in ('PLANNED', 'UNDONE'))
                                          and r.state <> 'REMOVED'
                                          and (?::text is null or a.environment = ?)
                                          and (?::text is null or r.parcel = ?)
                                          and (a.environment, a.name) > (?, ?)
                                          and (?::text[] is null or a.environment = any(?::text[]))
                                        order by a.environment, a.name
                                        limit ?
                                        """)
                        .param(query.environment())
                        .param(query.environment())
                        .param(query.parcel())
                        .param(query.parcel())
                        .param(after == null ? "" : after.environment())
                        .param(after == null ? "" : after.name())
                        .param(reach.parameter())
                        .param(reach.parameter())
                        .param(query.limit()));
    }

    /**
     * The last revision of apps within reach whose name contains a text in any case, the exact ones
     * first; without those that took an app away.
     *
     * @param environment null for all
     * @param host on that host alone; null for all
     */
    List<AppRevision> named(
            String text,
            @Nullable String environment,
            @Nullable String host,
            Reach reach,
            int limit) {
        return rows
                .all(
                        jdbc.sql(
                                        AppRows.REVISIONS
                                                + """
                                                where r.number = (select max(number) from parcels.app_revision o
                                                    where o.app = r.app and o.state not in ('PLANNED', 'UNDONE'))
                                                  and r.state <> 'REMOVED'
                                                  and strpos(lower(a.name || '@' || a.environment), lower(?)) > 0
                                                  and (?::text is null or a.environment = ?)
                                                  and (?::text[] is null or a.environment = any(?::text[]))
                                                order by lower(a.name) <> lower(?), a.environment, a.name
                                                limit ?
                                                """)
                                .param(text)
                                .param(environment)
                                .param(environment)
                                .param(reach.parameter())
                                .param(reach.parameter())
                                .param(text)
                                .param(limit))
                .stream()
                .filter(one -> host == null || one.hosts().contains(host))
                .toList();
    }

    /** Revisions of apps within reach that are in such a state and bound to another. */
    List<AppRevision> bound(AppName provider, Reach reach, AppState... states) {
        return rows
                .all(
                        jdbc.sql(
                                        AppRows.REVISIONS
                                                + """
                                                where r.state = any(?)
                                                  and a.environment = ?
                                                  and (?::text[] is null or a.environment = any(?::text[]))
                                                order by a.name, r.number
                                                """)
                                .param(Stream.of(states).map(AppState::name).toArray(String[]::new))
                                .param(provider.environment())
                                .param(reach.parameter())
                                .param(reach.parameter()))
                .stream()
                .filter(one ->
                        one.bindings().stream()
                                .anyMatch(binding -> binding.provider().equals(provider)))
                .toList();
    }

    /**
     * Forgets what was planned before a moment and never begun.
     *
     * @return how many revisions
     */
    int forgetPlanned(Instant limit) {
        return jdbc.sql("delete from parcels.app_revision where state = 'PLANNED' and made_at < ?")
                .param(Timestamp.from(limit))
                .update();
    }

    /** Apps that have any of some parcels or can go back to them, by the digest. */
    Map<String, List<AppName>> users(Collection<String> digests) {
        Map<String, List<AppName>> users = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct r.digest, a.name, a.environment
                        from parcels.app_revision r join parcels.app a on a.id = r.app
                        where r.digest = any(?) and r.state in ('RUNNING', 'CURRENT', 'FAILED')
                        order by a.environment, a.name
                        """)
                .param(digests.toArray(String[]::new))
                .query(row -> {
                    users.computeIfAbsent(row.getString("digest"), _ -> new ArrayList<>())
                            .add(new AppName(row.getString("name"), row.getString("environment")));
                });
        return users;
    }
}
