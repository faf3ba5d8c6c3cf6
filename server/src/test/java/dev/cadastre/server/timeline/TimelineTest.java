package dev.cadastre.server.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.storage.Partitions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class TimelineTest {

    @Autowired private Timeline timeline;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    void showsNewestFirstAndOnlyTheEnvironmentsAskedFor() {
        append("host:timeline1", "timeline-qa", "first");
        append("host:timeline1", "timeline-qa", "second");
        append("host:timeline2", "timeline-prod", "hidden");

        var events = timeline.find(new TimelineQuery(Set.of("timeline-qa"), null, null, null, 10));

        assertThat(events).extracting(TimelineEvent::summary).containsExactly("second", "first");
    }

    @Test
    void pagesByTheSmallestIdSeen() {
        append("host:timeline3", "timeline-paged", "first");
        append("host:timeline3", "timeline-paged", "second");
        var newest = timeline.find(new TimelineQuery(null, "host:timeline3", null, null, 1));

        var older =
                timeline.find(
                        new TimelineQuery(
                                null, "host:timeline3", null, newest.getFirst().id(), 10));

        assertThat(older).extracting(TimelineEvent::summary).containsExactly("first");
    }

    @Test
    void skipsNothingBetweenPagesWhenTheClockWasSetBack() {
        Instant now = Instant.now();
        append("first", now);
        append("second", now.minusSeconds(60));
        append("third", now.minusSeconds(30));

        List<String> read = new ArrayList<>();
        Long before = null;
        for (int page = 0; page < 3; page++) {
            TimelineEvent event =
                    timeline.find(new TimelineQuery(null, "host:back", null, before, 1)).getFirst();
            read.add(event.summary());
            before = event.id();
        }

        assertThat(read).containsExactly("third", "second", "first");
    }

    private void append(String summary, Instant at) {
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        Timeline then =
                new Timeline(jdbc, new Partitions(jdbc, transactions, clock), event -> {}, clock);
        transaction.executeWithoutResult(status ->
                then.append(new NewEvent("host:back", "back", "test", summary, "{}", "me")));
    }

    @Test
    void writesOnlyWithinTheTransactionOfWhatItTellsOf() {
        assertThatThrownBy(() ->
                        timeline.append(
                                new NewEvent("host:x", "qa", "test", "lost", "{}", "system")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void makesRoomForTheMonthsToComeWhileTheServerRuns() {
        Instant inAYear = Instant.now().plus(365, ChronoUnit.DAYS);
        Clock clock = Clock.fixed(inAYear, ZoneOffset.UTC);
        Timeline later =
                new Timeline(jdbc, new Partitions(jdbc, transactions, clock), event -> {}, clock);

        later.turnOver();
        transaction.executeWithoutResult(status ->
                later.append(
                        new NewEvent("host:later", "timeline-later", "test", "late", "{}", "me")));

        assertThat(timeline.find(new TimelineQuery(null, "host:later", null, null, 10)))
                .extracting(TimelineEvent::summary)
                .containsExactly("late");
    }

    private void append(String asset, String environment, String summary) {
        transaction.executeWithoutResult(status ->
                timeline.append(new NewEvent(asset, environment, "test", summary, "{}", "system")));
    }
}
