package dev.cadastre.server.parcels.app;

import dev.cadastre.server.storage.MasterKey;
import dev.cadastre.server.storage.health.SealedTexts;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what is sealed of apps, and tries the key on it. */
@Component
class SealedRevisions implements SealedTexts {

    private static final int TRIED = 50;

    private final JdbcClient jdbc;
    private final MasterKey key;

    SealedRevisions(JdbcClient jdbc, MasterKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    @Override
    public String what() {
        return "revisions of apps";
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from parcels.app_revision").query(Long.class).single();
    }

    @Override
    public Trial tryNewest() {
        List<Boolean> opened =
                jdbc.sql(
                                """
                                select app, number, sealed from parcels.app_revision
                                order by id desc limit ?
                                """)
                        .param(TRIED)
                        .query((row, _) ->
                                isOpened(
                                        AppTable.place(row.getLong("app"), row.getInt("number")),
                                        row.getBytes("sealed")))
                        .list();
        return new Trial(opened.size(), (int) opened.stream().filter(one -> !one).count());
    }

    private boolean isOpened(String place, byte[] sealed) {
        try {
            key.open(place, sealed);
            return true;
        } catch (MasterKey.Unsealable _) {
            return false;
        }
    }
}
