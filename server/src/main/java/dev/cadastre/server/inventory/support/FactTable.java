package dev.cadastre.server.inventory.support;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts that an administrator loaded. */
@Component
class FactTable {

    private final JdbcClient jdbc;

    FactTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SupportFact> all() {
        return jdbc.sql("select * from inventory.support_fact").query(FactTable::fact).list();
    }

    /** Puts these in place of all that was loaded of their products. */
    void replace(Collection<SupportFact> facts) {
        jdbc.sql("delete from inventory.support_fact where product = any(?)")
                .param(facts.stream().map(SupportFact::product).distinct().toArray(String[]::new))
                .update();
        facts.forEach(this::insert);
    }

    private void insert(SupportFact fact) {
        jdbc.sql(
                        """
                        insert into inventory.support_fact (product, cycle, released, ends,
                          extended_ends, ended, latest, source, looked_up)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(fact.product())
                .param(fact.cycle())
                .param(date(fact.released()))
                .param(date(fact.ends()))
                .param(date(fact.extendedEnds()))
                .param(fact.ended())
                .param(fact.latest())
                .param(fact.source())
                .param(date(fact.lookedUp()))
                .update();
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static SupportFact fact(ResultSet row, int number) throws SQLException {
        return new SupportFact(
                row.getString("product"),
                row.getString("cycle"),
                row.getObject("released", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                row.getObject("extended_ends", LocalDate.class),
                row.getBoolean("ended"),
                row.getString("latest"),
                row.getString("source"),
                row.getObject("looked_up", LocalDate.class));
    }
}
