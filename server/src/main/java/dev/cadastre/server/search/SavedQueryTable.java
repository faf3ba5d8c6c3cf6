package dev.cadastre.server.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of saved queries. */
@Component
class SavedQueryTable {

    private final JdbcClient jdbc;

    SavedQueryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All, by name. */
    List<SavedQuery> all() {
        return jdbc.sql("select * from search.saved_query order by name")
                .query(SavedQueryTable::saved)
                .list();
    }

    private static SavedQuery saved(ResultSet row, int number) throws SQLException {
        return new SavedQuery(
                row.getString("name"),
                row.getString("q"),
                row.getString("saved_by"),
                row.getTimestamp("saved_at").toInstant());
    }

    /** What each asks for, by name; a map of the caller's own. */
    NavigableMap<String, String> definitions() {
        NavigableMap<String, String> definitions = new TreeMap<>();
        all().forEach(saved -> definitions.put(saved.name(), saved.q()));
        return definitions;
    }

    /** Lets nobody else change one until the caller's transaction ends. */
    void lock() {
        jdbc.sql("lock table search.saved_query in share row exclusive mode").update();
    }

    /** Adds it, or puts it in the place of the one of that name. */
    void put(SavedQuery saved) {
        jdbc.sql(
                        """
                        insert into search.saved_query (name, q, saved_by, saved_at)
                        values (:name, :q, :by, :at)
                        on conflict (name) do update set q = :q, saved_by = :by, saved_at = :at
                        """)
                .param("name", saved.name())
                .param("q", saved.q())
                .param("by", saved.savedBy())
                .param("at", Timestamp.from(saved.savedAt()))
                .update();
    }

    /** Whether there was one. */
    boolean remove(String name) {
        return jdbc.sql("delete from search.saved_query where name = ?").param(name).update() > 0;
    }
}
