package dev.cadastre.server.search;

import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads within a set time, in one transaction whose statements the database ends in time. */
@Component
class BoundedReading {

    // https://www.postgresql.org/docs/18/errcodes-appendix.html
    private static final String CANCELLED = "57014";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SearchProperties properties;

    BoundedReading(
            JdbcClient jdbc, PlatformTransactionManager transactions, SearchProperties properties) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.properties = properties;
    }

    /**
     * What {@code reading} finds.
     *
     * @throws QueryTooSlow if that takes too long
     */
    <T extends @Nullable Object> T within(Function<Deadline, T> reading) {
        Deadline deadline = new Deadline(properties.limit());
        try {
            return transaction.execute(status -> {
                limitStatements();
                return reading.apply(deadline);
            });
        } catch (DataAccessException failure) {
            if (failure.getMostSpecificCause() instanceof SQLException cause
                    && CANCELLED.equals(cause.getSQLState())) {
                throw new QueryTooSlow(properties.limit());
            }
            throw failure;
        }
    }

    private void limitStatements() {
        jdbc.sql("select set_config('statement_timeout', ?, true)")
                .param(String.valueOf(properties.limit().toMillis()))
                .query((row, number) -> number)
                .single();
    }
}
