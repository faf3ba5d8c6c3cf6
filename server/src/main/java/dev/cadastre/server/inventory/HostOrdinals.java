package dev.cadastre.server.inventory;

import java.util.Collection;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The numbers by which queries know hosts, for other parts' fields. Thread-safe. */
@Service
public class HostOrdinals {

    private final JdbcClient jdbc;

    HostOrdinals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the hosts that have one of these names, living or not. */
    public RoaringBitmap of(Collection<String> names) {
        RoaringBitmap found = new RoaringBitmap();
        jdbc.sql("select ordinal from inventory.host where name = any(?)")
                .param(names.toArray(String[]::new))
                .query(row -> {
                    found.add(row.getInt("ordinal"));
                });
        return found;
    }
}
