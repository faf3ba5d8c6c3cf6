package dev.cadastre.server.change.apps;

import dev.cadastre.server.parcels.app.AppName;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of which definitions of monitors are whose apps'. */
@Component
class AppMonitorTable {

    private final JdbcClient jdbc;

    AppMonitorTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ids of an app's definitions, some of which may be gone. */
    List<Long> of(AppName app) {
        return jdbc.sql("select definition from change.app_monitor where app = ?")
                .param(app.toString())
                .query((row, _) -> row.getLong("definition"))
                .list();
    }

    /** An app has one more. */
    void add(AppName app, long definition) {
        jdbc.sql(
                        """
                        insert into change.app_monitor (app, definition) values (?, ?)
                        on conflict do nothing
                        """)
                .params(app.toString(), definition)
                .update();
    }

    /** These are nobody's. */
    void remove(Collection<Long> definitions) {
        jdbc.sql("delete from change.app_monitor where definition = any(?)")
                .param(definitions.toArray(Long[]::new))
                .update();
    }
}
