package dev.cadastre.server.alerting.telling;

import static dev.cadastre.server.alerting.telling.NoticeKind.ESCALATION;
import static dev.cadastre.server.alerting.telling.NoticeKind.MERGED;
import static dev.cadastre.server.alerting.telling.NoticeKind.OPENED;
import static dev.cadastre.server.alerting.telling.NoticeKind.REDIRECTED;
import static dev.cadastre.server.alerting.telling.NoticeKind.REMINDER;
import static dev.cadastre.server.alerting.telling.NoticeKind.RESOLVED;
import static dev.cadastre.server.alerting.telling.NoticeKind.WORSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.monitoring.MonitorState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NoticePlanTest {

    private final IncidentCourse course = new IncidentCourse();

    private List<NoticeKind> after(String time) {
        return course.pass(Duration.parse("PT" + time));
    }

    @Test
    void tellsOnceWhenItHasSettled() {
        assertThat(after("2S")).isEmpty();
        assertThat(after("1S")).containsExactly(OPENED);
        assertThat(after("1S")).isEmpty();
    }

    @Test
    void neverTellsOfWhatTurnsOutToBeBecauseOfAnotherBeforeItSettled() {
        course.merge();

        assertThat(after("1H")).isEmpty();
        assertThat(course.isSettled()).isTrue();
    }

    @Test
    void escalatesOnceAndRemindsUntilSomebodyLooksAfterIt() {
        after("3S");

        assertThat(after("14M")).isEmpty();
        assertThat(after("1M")).containsExactly(ESCALATION);
        assertThat(after("59M")).isEmpty();
        assertThat(after("1M")).containsExactly(REMINDER);
        assertThat(after("1H")).containsExactly(REMINDER);

        course.acknowledge();

        assertThat(after("10H")).isEmpty();
        course.resolve();
        assertThat(after("1S")).containsExactly(RESOLVED);
        assertThat(course.isSettled()).isTrue();
    }

    @Test
    void remindsOnceHoweverLongTheServerWasAway() {
        after("3S");
        after("15M");

        assertThat(after("50H")).containsExactly(REMINDER);
        assertThat(after("1S")).isEmpty();
    }

    @Test
    void tellsThatItBecameWorseAlsoToWhoLooksAfterIt() {
        course.severity(MonitorState.WARNING);
        after("3S");
        course.acknowledge();

        course.severity(MonitorState.CRITICAL);

        assertThat(after("1S")).containsExactly(WORSE);
        course.severity(MonitorState.WARNING);
        assertThat(after("1S")).isEmpty();
        course.severity(MonitorState.CRITICAL);
        assertThat(after("1S")).isEmpty();
    }

    @Test
    void tellsOthersAtOnceWhereATeamCannotBeReachedAndThenRemindsThem() {
        after("3S");
        course.giveUp("there is no such address.");

        assertThat(course.pass(Duration.ZERO)).containsExactly(REDIRECTED);
        assertThat(course.reasons())
                .last()
                .isEqualTo("The team data cannot be reached: there is no such address.");
        assertThat(after("1S")).isEmpty();
        assertThat(after("14M")).isEmpty();
        assertThat(after("1M")).containsExactly(ESCALATION);
        assertThat(after("1H")).containsExactly(REMINDER);
    }

    @Test
    void triesOneAfterTheOtherUntilSomebodyHears() {
        after("3S");
        course.giveUp("1");
        assertThat(course.pass(Duration.ZERO)).containsExactly(REDIRECTED);

        course.giveUp("2");
        assertThat(course.pass(Duration.ZERO)).containsExactly(REDIRECTED);

        course.giveUp("3");
        course.leaveAlone();
        assertThat(course.pass(Duration.ZERO)).isEmpty();
        course.deliver();
        assertThat(after("1M")).isEmpty();
    }

    @Test
    void tellsNobodyElseOfWhatSomebodyLooksAfterOrIsOver() {
        after("3S");
        course.acknowledge();
        course.giveUp("gone");

        assertThat(course.pass(Duration.ZERO)).isEmpty();

        course.resolve();
        assertThat(after("1S")).containsExactly(RESOLVED);
        course.giveUp("gone");
        assertThat(after("1S")).isEmpty();
        assertThat(course.isSettled()).isTrue();
    }

    @Test
    void remindsWhereNobodyElseCanBeTold() {
        course.leaveAlone();
        after("3S");
        course.giveUp("gone");

        assertThat(after("14M")).isEmpty();
        assertThat(after("1M")).containsExactly(ESCALATION);
        course.giveUp("gone");
        assertThat(after("1H")).containsExactly(REMINDER);
    }

    @Test
    void isNotHeldUpByAClockThatIsPutBack() {
        assertThat(after("-1H")).containsExactly(OPENED);
        assertThat(after("14M")).isEmpty();
        assertThat(after("1M")).containsExactly(ESCALATION);

        assertThat(after("-2H")).containsExactly(REMINDER);
        assertThat(after("59M")).isEmpty();
        assertThat(after("1M")).containsExactly(REMINDER);
    }

    @Test
    void waitsAtMostTwiceAsLongIfTheClockIsPutBackALittle() {
        after("3S");

        assertThat(after("-5M")).isEmpty();
        assertThat(after("19M")).isEmpty();
        assertThat(after("1M")).containsExactly(ESCALATION);
    }

    @Test
    void tellsAtTheEndOfASilenceWhatIsStillBroken() {
        course.silence(true);
        assertThat(after("5H")).isEmpty();

        course.silence(false);

        assertThat(after("1S")).containsExactly(OPENED);
    }

    @Test
    void saysNothingOfWhatCameAndWentInASilence() {
        course.silence(true);
        after("5H");
        course.resolve();

        assertThat(after("1S")).isEmpty();
        assertThat(course.isSettled()).isTrue();
    }

    @Test
    void tellsThoseWhoHeardOfItThatItIsBecauseOfAnother() {
        after("3S");
        course.merge();

        assertThat(after("1S")).containsExactly(MERGED);
        assertThat(course.isSettled()).isTrue();
    }

    @Property
    void tellsNothingTwiceNothingInSilenceAndTheEndLast(
            @ForAll("courses") List<IncidentCourse.Happening> happenings) {
        IncidentCourse any = new IncidentCourse();
        happenings.forEach(any::happen);

        List<ToldNotice> told = any.told();
        assertThat(any.violations()).isEmpty();
        assertThat(
                        new HashSet<>(
                                told.stream()
                                        .map(one -> one.kind() + "/" + one.ordinal())
                                        .toList()))
                .hasSameSizeAs(told);
        assertThat(kinds(told, OPENED)).isLessThanOrEqualTo(1);
        assertThat(kinds(told, ESCALATION)).isLessThanOrEqualTo(1);
        assertThat(kinds(told, WORSE)).isLessThanOrEqualTo(2);
        assertThat(kinds(told, RESOLVED) + kinds(told, MERGED)).isLessThanOrEqualTo(1);
        if (!told.isEmpty()) {
            assertThat(told.getFirst().kind()).isEqualTo(OPENED);
            assertThat(told.subList(0, told.size() - 1)).noneMatch(one -> one.kind().isLast());
        }
        assertThat(remindersTooSoon(told)).isFalse();
    }

    @Property
    void everythingThatLastsIsToldAndEverythingThatIsOverSettles(
            @ForAll("courses") List<IncidentCourse.Happening> happenings) {
        IncidentCourse any = new IncidentCourse();
        happenings.forEach(any::happen);
        any.silence(false);
        any.pass(Duration.ofSeconds(3));

        if (any.isOver()) {
            assertThat(any.isSettled()).isTrue();
        } else {
            assertThat(any.told()).isNotEmpty();
        }
    }

    private static boolean remindersTooSoon(List<ToldNotice> told) {
        for (int i = 1; i < told.size(); i++) {
            Instant before = told.get(i - 1).at();
            if (told.get(i).kind() == REMINDER
                    && told.get(i).at().isBefore(before.plus(IncidentCourse.POLICY.remind()))) {
                return true;
            }
        }
        return false;
    }

    private static long kinds(List<ToldNotice> told, NoticeKind kind) {
        return told.stream().filter(one -> one.kind() == kind).count();
    }

    @Provide
    Arbitrary<List<IncidentCourse.Happening>> courses() {
        return Arbitraries.of(IncidentCourse.Happening.class).list().ofMaxSize(60);
    }
}
