package dev.cadastre.server.monitoring.keeping;

import dev.cadastre.server.monitoring.definition.Draft;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of definitions and templates. */
@Component
public class DefinitionTable {

    private static final String COLUMNS =
            """
            id, name, template, draft, file, line, made_at, made_by, changed_at, changed_by,
            reason, version
            """;

    private final JdbcClient jdbc;

    DefinitionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a draft is kept. */
    private record Kept(
            @Nullable Map<String, String> values,
            @Nullable List<String> command,
            @Nullable String test) {

        static Kept of(Draft draft) {
            return new Kept(draft.values(), draft.command(), draft.test());
        }

        Draft draft() {
            return new Draft(
                    values == null ? Map.of() : values,
                    command == null ? List.of() : command,
                    test);
        }
    }

    /** All of them. */
    public List<DefinitionRow> all() {
        return jdbc.sql("select " + COLUMNS + " from monitoring.definition order by id")
                .query(DefinitionTable::row)
                .list();
    }

    /** Adds one; returns it with its id. */
    public DefinitionRow add(NewDefinition one, Instant now) {
        return jdbc.sql(
                        """
                        insert into monitoring.definition
                          (name, template, asset, q, draft, file, line,
                           made_at, made_by, changed_at, changed_by, reason)
                        values (:name, :template, :asset, :q, cast(:draft as json), :file, :line,
                                :now, :by, :now, :by, :reason)
                        returning
                        """
                                + COLUMNS)
                .param("name", one.name())
                .param("template", one.template())
                .param("asset", subject(one))
                .param("q", one.draft().values().get(Draft.Q))
                .param("draft", MonitorJson.write(Kept.of(one.draft())))
                .param("file", one.file())
                .param("line", one.line())
                .param("now", Timestamp.from(now))
                .param("by", one.by())
                .param("reason", one.reason())
                .query(DefinitionTable::row)
                .single();
    }

    /** Those with a query are told apart by their names alone. */
    private static @Nullable String subject(NewDefinition one) {
        return one.draft().values().containsKey(Draft.Q)
                ? null
                : one.draft().values().get(Draft.ASSET);
    }

    /** Puts another in the place of the one with that id. */
    public DefinitionRow replace(long id, NewDefinition one, Instant now) {
        return jdbc.sql(
                        """
                        update monitoring.definition
                        set name = :name, asset = :asset, q = :q, draft = cast(:draft as json),
                            file = :file, line = :line, changed_at = :now, changed_by = :by,
                            reason = :reason, version = version + 1
                        where id = :id
                        returning
                        """
                                + COLUMNS)
                .param("id", id)
                .param("name", one.name())
                .param("asset", subject(one))
                .param("q", one.draft().values().get(Draft.Q))
                .param("draft", MonitorJson.write(Kept.of(one.draft())))
                .param("file", one.file())
                .param("line", one.line())
                .param("now", Timestamp.from(now))
                .param("by", one.by())
                .param("reason", one.reason())
                .query(DefinitionTable::row)
                .single();
    }

    /** Removes them. */
    public void remove(Collection<Long> ids) {
        jdbc.sql("delete from monitoring.definition where id = any(?)")
                .param(ids.stream().mapToLong(Long::longValue).toArray())
                .update();
    }

    private static DefinitionRow row(ResultSet row, int number) throws SQLException {
        return new DefinitionRow(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("template"),
                MonitorJson.read(row.getString("draft"), Kept.class).draft(),
                row.getString("file"),
                row.getInt("line"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"),
                row.getString("reason"),
                row.getInt("version"));
    }
}
