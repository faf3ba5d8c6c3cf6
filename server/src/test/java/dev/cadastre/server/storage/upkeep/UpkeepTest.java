package dev.cadastre.server.storage.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class UpkeepTest {

    @Autowired private Upkeep upkeep;
    @Autowired private List<RetentionJob> retention;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    @AfterEach
    void drop() {
        jdbc.sql("drop table if exists storage.upkeep_sample").update();
    }

    /** A job whose method were not scheduled would forget nothing. */
    @Test
    void knowsOfEachJobWhenItIsDueNext() {
        assertThat(retention).hasSizeGreaterThan(7);
        assertThat(upkeep.report().jobs())
                .hasSameSizeAs(retention)
                .allSatisfy(job -> {
                    assertThat(job.nextAt()).as(job.name()).isAfter(clock.instant());
                    assertThat(job.outcome()).as(job.name()).isNotNull();
                });
    }

    @Test
    void tellsWhatIsKeptForHowLong() {
        assertThat(upkeep.report().jobs())
                .filteredOn(job -> job.name().equals("access.AuditList.turnOver"))
                .flatExtracting(JobState::kept)
                .containsExactly(new Kept("audit list", Duration.ofDays(731)));
        assertThat(upkeep.report().jobs())
                .flatExtracting(JobState::kept)
                .contains(
                        new Kept("events of the timeline", null),
                        new Kept("downtimes that are over", Duration.ofDays(400)));
    }

    @Test
    void knowsTheMonthsOfEachTable() {
        YearMonth now = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));

        assertThat(upkeep.report().months())
                .filteredOn(months -> months.table().equals("timeline.event"))
                .first()
                .satisfies(months -> {
                    assertThat(months.newest()).isAfterOrEqualTo(now.plusMonths(2));
                    assertThat(months.oldest()).isBeforeOrEqualTo(now.minusMonths(2));
                    assertThat(months.count()).isGreaterThanOrEqualTo(5);
                    assertThat(months.nextFrom()).isAfter(clock.instant());
                });
    }

    @Test
    void tellsWhatDeletedRowsLeaveBehind() {
        jdbc.sql("create table storage.upkeep_sample (number int, text text)").update();
        jdbc.sql(
                        "insert into storage.upkeep_sample"
                                + " select n, repeat('x', 400) from generate_series(1, 20000) n")
                .update();
        jdbc.sql("delete from storage.upkeep_sample where number > 5000").update();
        // The room stays with the table: rows of its end are there still.
        jdbc.sql("insert into storage.upkeep_sample values (20001, 'last')").update();
        jdbc.sql("vacuum analyze storage.upkeep_sample").update();

        assertThat(upkeep.report().tables())
                .filteredOn(table -> table.table().equals("storage.upkeep_sample"))
                .first()
                .satisfies(table -> {
                    assertThat(table.rows()).isEqualTo(5001);
                    assertThat(table.dead()).isZero();
                    assertThat(table.vacuumedAt()).isNotNull();
                    long spare = Objects.requireNonNull(table.spare());
                    assertThat(table.bytes() - spare).isBetween(1L << 20, 4L << 20);
                });
    }

    @Test
    void countsPartitionsForTheTableThatHasThem() {
        assertThat(upkeep.report().tables())
                .extracting(TableRoom::table)
                .contains("timeline.event", "access.audit")
                .noneMatch(name -> name.matches(".*_\\d{4}_\\d{2}"))
                .doesNotHaveDuplicates();
    }
}
