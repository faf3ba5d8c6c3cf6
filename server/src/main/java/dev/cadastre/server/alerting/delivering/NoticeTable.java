package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.message.Message;
import dev.cadastre.server.alerting.telling.NoticeKind;
import dev.cadastre.server.alerting.telling.PlannedNotice;
import dev.cadastre.server.alerting.telling.ToldNotice;
import dev.cadastre.server.monitoring.MonitorState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of what was told. */
@Component
class NoticeTable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    NoticeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was told of incidents, in its order; nothing for those that were not told.
     *
     * @param attempts what came of it, by incident, for those where something was given up
     */
    Map<Long, List<ToldNotice>> told(Collection<Long> incidents, Map<Long, Attempts> attempts) {
        Map<Long, List<ToldNotice>> told = new HashMap<>();
        jdbc.sql(
                        """
                        select id, incident, kind, ordinal, severity, made_at from alerting.notice
                        where incident = any(?) order by id
                        """)
                .param(incidents.toArray(Long[]::new))
                .query(row -> {
                    long incident = row.getLong("incident");
                    told.computeIfAbsent(incident, _ -> new ArrayList<>())
                            .add(notice(row, attempts.get(incident)));
                });
        return told;
    }

    private static ToldNotice notice(ResultSet row, @Nullable Attempts attempts)
            throws SQLException {
        long id = row.getLong("id");
        return new ToldNotice(
                NoticeKind.valueOf(row.getString("kind")),
                row.getInt("ordinal"),
                MonitorState.valueOf(row.getString("severity")),
                row.getTimestamp("made_at").toInstant(),
                attempts == null ? List.of() : attempts.unreached(id),
                attempts == null || attempts.isHeard(id));
    }

    /** Its id; empty if it was told already. */
    OptionalLong add(long incident, PlannedNotice notice, Message message, Instant now) {
        return jdbc.sql(
                        """
                        insert into alerting.notice
                          (incident, kind, ordinal, severity, reason, message, made_at)
                        values (?, ?, ?, ?, ?, cast(? as json), ?)
                        on conflict (incident, kind, ordinal) do nothing
                        returning id
                        """)
                .param(incident)
                .param(notice.kind().name())
                .param(notice.ordinal())
                .param(notice.severity().name())
                .param(notice.reason())
                .param(MAPPER.writeValueAsString(message))
                .param(Timestamp.from(now))
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    static Message message(String json) {
        return MAPPER.readValue(json, Message.class);
    }
}
