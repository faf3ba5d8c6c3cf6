package dev.cadastre.server.alerting.incident;

import static dev.cadastre.server.alerting.incident.Happening.MERGED;
import static dev.cadastre.server.alerting.incident.Happening.OPENED;
import static dev.cadastre.server.alerting.incident.Happening.RESOLVED;
import static dev.cadastre.server.alerting.incident.Happening.WORSE;
import static dev.cadastre.server.alerting.incident.Verdict.FAILS;
import static dev.cadastre.server.alerting.incident.Verdict.FINE;
import static dev.cadastre.server.alerting.incident.Verdict.FLAPS;
import static dev.cadastre.server.alerting.incident.Verdict.IN_DOUBT;
import static dev.cadastre.server.monitoring.MonitorState.CRITICAL;
import static dev.cadastre.server.monitoring.MonitorState.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.alerting.Failure;
import dev.cadastre.server.monitoring.MonitorState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentRulesTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String DATABASE = "service:5432-tcp@db1";

    private int seconds;

    private Change change(
            long monitor,
            String asset,
            Verdict verdict,
            MonitorState state,
            @Nullable String because) {
        Instant now = START.plusSeconds(seconds++);
        return new Change(
                Change.key(monitor),
                monitor,
                "works",
                asset,
                "prod",
                verdict,
                state,
                "",
                now,
                now,
                because,
                verdict == FINE ? "It works again" : "");
    }

    private Change fails(long monitor, String asset) {
        return change(monitor, asset, FAILS, CRITICAL, null);
    }

    private Change works(long monitor, String asset) {
        return change(monitor, asset, FINE, MonitorState.OK, null);
    }

    private Change cannotWork(long monitor, String asset) {
        return change(monitor, asset, FINE, CRITICAL, DATABASE);
    }

    /** Incidents as they are kept from one decision to the next. */
    private static final class Kept {

        private final Map<Long, OpenIncident> open = new HashMap<>();
        private final List<Decision> over = new ArrayList<>();
        private long next = 1;

        List<Decision> take(Change... changes) {
            return take(List.of(changes));
        }

        List<Decision> take(List<Change> changes) {
            List<Decision> decided = IncidentRules.decide(List.copyOf(open.values()), changes);
            for (Decision one : decided) {
                keep(one, one.isNew() ? next++ : one.id());
            }
            return decided;
        }

        private void keep(Decision one, long id) {
            Map<String, Failure> left = new HashMap<>();
            OpenIncident before = open.remove(id);
            if (before != null) {
                before.failures().forEach(failure -> left.put(failure.key(), failure));
            }
            one.failures().forEach(failure -> left.put(failure.key(), failure));
            left.values().removeIf(failure -> failure.until() != null);
            if (one.resolvedAt() == null) {
                open.put(
                        id,
                        new OpenIncident(
                                id,
                                one.cause(),
                                one.environment(),
                                one.title(),
                                one.severity(),
                                one.openedAt(),
                                List.copyOf(left.values())));
            } else {
                assertThat(left).isEmpty();
                over.add(one);
            }
        }

        Set<String> failing() {
            Set<String> keys = new HashSet<>();
            for (OpenIncident one : open.values()) {
                assertThat(one.failures()).as("what is left of " + one.cause()).isNotEmpty();
                one.failures()
                        .forEach(failure ->
                                assertThat(keys.add(failure.key())).as(failure.key()).isTrue());
            }
            assertThat(open.values()).extracting(OpenIncident::cause).doesNotHaveDuplicates();
            return keys;
        }
    }

    private final Kept kept = new Kept();

    @Test
    void opensOneIncidentForAllThatFailsOfOneAsset() {
        List<Decision> decided =
                kept.take(
                        change(1, "host:db1", FAILS, WARNING, null),
                        change(2, "host:db1", FAILS, CRITICAL, null));

        assertThat(decided).hasSize(1);
        assertThat(decided.getFirst().happened()).containsExactly(OPENED);
        assertThat(decided.getFirst().severity()).isEqualTo(CRITICAL);
        assertThat(decided.getFirst().title()).isEqualTo("works on db1 is CRITICAL");
    }

    @Test
    void tellsOnceWhenItGetsWorse() {
        kept.take(change(1, "host:db1", FAILS, WARNING, null));

        assertThat(kept.take(fails(1, "host:db1")).getFirst().happened()).containsExactly(WORSE);
        assertThat(kept.take(fails(2, "host:db1")).getFirst().happened()).isEmpty();
        assertThat(kept.take(change(1, "host:db1", FAILS, WARNING, null)).getFirst().severity())
                .isEqualTo(CRITICAL);
    }

    @Test
    void isOverWhenNothingIsLeft() {
        kept.take(fails(1, "host:db1"), fails(2, "host:db1"));

        assertThat(kept.take(works(1, "host:db1")).getFirst().resolvedAt()).isNull();
        Decision last = kept.take(works(2, "host:db1")).getFirst();
        assertThat(last.happened()).containsExactly(RESOLVED);
        assertThat(last.failures().getFirst().ended()).isEqualTo("It works again");
        assertThat(kept.take(works(2, "host:db1"))).isEmpty();
    }

    @Test
    void isMergedIntoTheIncidentOfWhatItTurnsOutToBeBecauseOf() {
        kept.take(fails(1, "app:shop@prod"));

        List<Decision> decided = kept.take(fails(2, DATABASE), cannotWork(1, "app:shop@prod"));

        assertThat(decided).hasSize(2);
        Decision merged = decided.getFirst();
        assertThat(merged.happened()).containsExactly(MERGED);
        assertThat(merged.mergedInto()).isEqualTo(decided.getLast().id());
        assertThat(decided.getLast().happened()).containsExactly(OPENED);
        assertThat(kept.open.values()).extracting(OpenIncident::cause).containsExactly(DATABASE);
    }

    @Test
    void isOverWhereItIsBecauseOfWhatNobodyIsToHearOf() {
        kept.take(fails(1, "app:shop@prod"));

        Decision over = kept.take(cannotWork(1, "app:shop@prod")).getFirst();

        assertThat(over.happened()).containsExactly(RESOLVED);
        assertThat(over.mergedInto()).isNull();
    }

    @Test
    void staysOpenWhileSomethingElseOfItFails() {
        kept.take(fails(1, "app:shop@prod"), fails(3, "app:shop@prod"), fails(2, DATABASE));

        Decision decided = kept.take(cannotWork(1, "app:shop@prod")).getFirst();

        assertThat(decided.resolvedAt()).isNull();
        assertThat(decided.happened()).isEmpty();
    }

    @Test
    void makesOneIncidentOfTwoThousandThatCannotWorkBecauseOfOne() {
        List<Change> first = new ArrayList<>();
        IntStream.rangeClosed(1, 2_000).forEach(i -> first.add(fails(i, "app:shop" + i + "@prod")));
        kept.take(first);
        List<Change> then = new ArrayList<>(List.of(fails(9_999, DATABASE)));
        IntStream.rangeClosed(1, 2_000)
                .forEach(i -> then.add(cannotWork(i, "app:shop" + i + "@prod")));

        kept.take(then);

        assertThat(kept.open.values()).extracting(OpenIncident::cause).containsExactly(DATABASE);
        assertThat(kept.over).hasSize(2_000).allMatch(one -> one.mergedInto() != null);
    }

    @Test
    void keepsWhatFlapsAsItIs() {
        kept.take(fails(1, "host:db1"));
        assertThat(kept.take(change(1, "host:db1", FLAPS, WARNING, null))).isEmpty();
        assertThat(kept.failing()).hasSize(1);

        kept.take(change(2, "host:db2", FLAPS, WARNING, null));
        assertThat(kept.failing()).hasSize(2);

        kept.take(works(1, "host:db1"), works(2, "host:db2"));
        assertThat(kept.failing()).isEmpty();
    }

    @Test
    void saysNothingNewOfWhatIsInDoubt() {
        assertThat(kept.take(change(1, "host:db1", IN_DOUBT, CRITICAL, null))).isEmpty();
        kept.take(fails(2, "host:db2"));
        assertThat(kept.take(change(2, "host:db2", IN_DOUBT, CRITICAL, null))).isEmpty();
        assertThat(kept.failing()).containsExactly("monitor:2");
    }

    @Test
    void putsAnAlertToTheIncidentOfWhatItIsBecauseOf() {
        kept.take(fails(1, DATABASE));

        kept.take(change(7, "app:shop@prod", FAILS, CRITICAL, DATABASE));
        assertThat(kept.open).hasSize(1);

        kept.take(works(1, DATABASE));
        assertThat(kept.failing()).containsExactly("monitor:7");
        kept.take(works(7, "app:shop@prod"));
        assertThat(kept.open).isEmpty();
    }

    @Test
    void movesAnAlertToTheIncidentOfWhatItTurnsOutToBeBecauseOf() {
        kept.take(change(7, "app:shop@prod", FAILS, CRITICAL, null));
        kept.take(fails(1, DATABASE));

        kept.take(change(7, "app:shop@prod", FAILS, CRITICAL, DATABASE));

        assertThat(kept.open.values()).extracting(OpenIncident::cause).containsExactly(DATABASE);
        assertThat(kept.failing()).containsExactlyInAnyOrder("monitor:1", "monitor:7");
        assertThat(kept.over.getFirst().happened()).containsExactly(MERGED);
    }

    @Provide
    Arbitrary<List<Change>> courses() {
        Arbitrary<Integer> monitors = Arbitraries.integers().between(1, 8);
        Arbitrary<Verdict> verdicts = Arbitraries.of(Verdict.class);
        Arbitrary<MonitorState> states = Arbitraries.of(WARNING, CRITICAL);
        Arbitrary<Integer> because = Arbitraries.integers().between(0, 8);
        return Combinators.combine(monitors, verdicts, states, because)
                .as((monitor, verdict, state, cause) ->
                        change(
                                monitor,
                                asset(monitor),
                                verdict,
                                state,
                                verdict == FINE && cause > 3 ? asset(cause) : null))
                .list()
                .ofMaxSize(60);
    }

    /** Some assets have two monitors. */
    private static String asset(int monitor) {
        return "device:" + monitor / 2;
    }

    /** What fails by what was said of each last, and before that where it leaves things be. */
    private static Set<String> expected(List<Change> changes) {
        Set<String> failing = new HashSet<>();
        for (Change one : changes) {
            switch (one.verdict()) {
                case FAILS, FLAPS -> failing.add(one.key());
                case FINE -> failing.remove(one.key());
                case IN_DOUBT -> {}
            }
        }
        return failing;
    }

    @Property
    void incidentsAreOpenExactlyWhileSomethingFails(
            @ForAll("courses") List<Change> changes,
            @ForAll @Size(max = 10) List<@IntRange(min = 1, max = 20) Integer> cuts) {
        Kept incidents = new Kept();
        int from = 0;
        for (int cut : cuts) {
            int to = Math.min(changes.size(), from + cut);
            incidents.take(changes.subList(from, to));
            assertThat(incidents.failing()).isEqualTo(expected(changes.subList(0, to)));
            from = to;
        }
        incidents.take(changes.subList(from, changes.size()));

        assertThat(incidents.failing()).isEqualTo(expected(changes));
        assertThat(incidents.over)
                .allMatch(one -> one.happened().contains(RESOLVED) != (one.mergedInto() != null));
    }

    @Property
    void comesToTheSameInOneGoAndInMany(@ForAll("courses") List<Change> changes) {
        Kept atOnce = new Kept();
        atOnce.take(changes);
        Kept oneByOne = new Kept();
        changes.forEach(oneByOne::take);

        assertThat(atOnce.failing()).isEqualTo(oneByOne.failing());
        assertThat(atOnce.open.values().stream().map(OpenIncident::cause).sorted())
                .containsExactlyElementsOf(
                        oneByOne.open.values().stream().map(OpenIncident::cause).sorted().toList());
        assertThat(atOnce.over).hasSameSizeAs(oneByOne.over);
    }
}
