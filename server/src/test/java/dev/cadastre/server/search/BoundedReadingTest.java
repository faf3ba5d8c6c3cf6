package dev.cadastre.server.search;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.ServerTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ServerTest
class BoundedReadingTest {

    @Autowired private JdbcClient jdbc;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    void endsAStatementThatTakesTooLong() {
        BoundedReading reading = limitedTo(Duration.ofMillis(1));

        assertThatThrownBy(() ->
                        reading.within(deadline ->
                                jdbc.sql("select count(*) from generate_series(1, 1000000000000)")
                                        .query((row, number) -> row.getLong(1))
                                        .single()))
                .isInstanceOf(QueryTooSlow.class);
    }

    @Test
    void endsBetweenTwoPiecesOfWork() {
        BoundedReading reading = limitedTo(Duration.ofMillis(1));

        assertThatThrownBy(() ->
                        reading.within(deadline -> {
                            while (true) {
                                deadline.check();
                            }
                        }))
                .isInstanceOf(QueryTooSlow.class);
    }

    private BoundedReading limitedTo(Duration limit) {
        return new BoundedReading(jdbc, transactions, new SearchProperties(limit));
    }
}
