package dev.cadastre.server.alerting.keeping;

import dev.cadastre.server.alerting.IncidentComment;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what people said of incidents. */
@Component
public class CommentTable {

    private final JdbcClient jdbc;

    CommentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one. */
    public void add(long incident, IncidentComment comment) {
        jdbc.sql("insert into alerting.comment (incident, at, by, text) values (?, ?, ?, ?)")
                .param(incident)
                .param(Columns.timestamp(comment.at()))
                .param(comment.by())
                .param(comment.text())
                .update();
    }

    /** The last that were said of an incident, the oldest first. */
    public List<IncidentComment> of(long incident, int limit) {
        return jdbc.sql(
                        """
                        select * from
                          (select * from alerting.comment where incident = ?
                           order by id desc limit ?) as last
                        order by id
                        """)
                .param(incident)
                .param(limit)
                .query((row, _) ->
                        new IncidentComment(
                                row.getTimestamp("at").toInstant(),
                                row.getString("by"),
                                row.getString("text")))
                .list();
    }
}
