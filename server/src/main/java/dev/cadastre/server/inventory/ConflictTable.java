package dev.cadastre.server.inventory;

import dev.cadastre.server.inventory.identity.Recognition;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down doubts about records. */
@Component
class ConflictTable {

    private final JdbcClient jdbc;

    ConflictTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the doubt is new: one that is known, resolved or not, is not noted again. */
    boolean note(int host, Recognition.Doubt doubt, Instant now) {
        int noted =
                jdbc.sql(
                                """
                                insert into inventory.conflict (kind, host, other, reason, since)
                                select :kind, :host, :other, :reason, :since
                                where not exists (
                                  select from inventory.conflict
                                  where (host = :host and other = :other)
                                     or (host = :other and other = :host))
                                on conflict (host, other) do nothing
                                """)
                        .param("kind", doubt.kind().name())
                        .param("host", host)
                        .param("other", doubt.other())
                        .param("reason", Bounded.text(doubt.reason(), Bounded.VALUE))
                        .param("since", Timestamp.from(now))
                        .update();
        return noted > 0;
    }
}
