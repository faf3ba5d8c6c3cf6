package dev.cadastre.server.alerting.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes arrays of columns, so that many rows are one statement, and reads columns that may lack.
 */
public final class Columns {

    private Columns() {}

    /** A column of texts. */
    public static <T> @Nullable String[] texts(
            Collection<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    /** A column of numbers. */
    public static <T> @Nullable Long[] numbers(
            Collection<T> rows, Function<T, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    /** A column of moments. */
    public static <T> @Nullable Timestamp[] moments(
            Collection<T> rows, Function<T, @Nullable Instant> column) {
        return rows.stream().map(column).map(Columns::timestamp).toArray(Timestamp[]::new);
    }

    /** Ids. */
    public static long[] ids(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    /** Names of constants. */
    public static String[] names(Collection<? extends Enum<?>> constants) {
        return List.copyOf(constants).stream().map(Enum::name).toArray(String[]::new);
    }

    /** A moment as it is written. */
    public static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    /** A moment that may lack. */
    public static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp read = row.getTimestamp(column);
        return read == null ? null : read.toInstant();
    }

    /** A number that may lack. */
    public static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long read = row.getLong(column);
        return row.wasNull() ? null : read;
    }
}
