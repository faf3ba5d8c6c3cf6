package dev.cadastre.server.monitoring.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * What a query returned.
 *
 * @param column the name of the first
 * @param value the first of the first row; empty if it is null
 * @param rows how many there are, as far as they were counted
 */
record PostgresAnswer(String column, Optional<String> value, int rows) {

    /** Of statements that return no rows. */
    static final PostgresAnswer NOTHING = new PostgresAnswer("", Optional.empty(), 0);

    static PostgresAnswer read(ResultSet rows) throws SQLException {
        String column = rows.getMetaData().getColumnLabel(1);
        Optional<String> first = Optional.empty();
        int count = 0;
        while (rows.next()) {
            if (count == 0) {
                first = Optional.ofNullable(rows.getString(1));
            }
            count++;
        }
        return new PostgresAnswer(column, first, count);
    }

    /** For people. */
    @Override
    public String toString() {
        if (rows == 0) {
            return "no row";
        }
        String shown = value.map(text -> Shown.cut(text, 100)).orElse("null");
        String more = rows == 1 ? "" : String.format(Locale.ROOT, ", the first of %d rows,", rows);
        return column + " is " + shown + more;
    }
}
