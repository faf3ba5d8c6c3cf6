package dev.cadastre.server.monitoring.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.keeping.StateTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** What is asked when, and what comes of it; the register's answers are the test's. */
@ServerTest
class KnownChecksTest {

    private static final int MANY = 1_500;

    @Autowired private StateTable states;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private Access access;

    private final List<String> asked = new ArrayList<>();
    private final RoaringBitmap breaching = new RoaringBitmap();
    private Instant foundOut = Instant.MAX;
    private KnownWorld world = new KnownWorld(states, transactions, access, this::answer);

    @BeforeEach
    void begin() {
        world = new KnownWorld(states, transactions, access, this::answer);
    }

    /** Those named {@code broken} are not answered at all. */
    private KnownAnswer answer(MonitorDefinition definition) {
        asked.add(definition.name());
        if (definition.name().equals("broken")) {
            throw new IllegalStateException("The register is broken.");
        }
        return new KnownAnswer.Known(breaching, "It does", "It does not", foundOut);
    }

    private long one(String name, int host) {
        return world.monitor(KnownWorld.definition(), KnownWorld.fact(name, "x:y"), host);
    }

    @Test
    void asksOneQuestionAndCommitsOnceForAllMonitorsOfADefinition() {
        long definition = KnownWorld.definition();
        MonitorDefinition meaning = KnownWorld.fact("many", "x:y");
        List<Long> monitors =
                IntStream.rangeClosed(1, MANY)
                        .mapToObj(host -> world.monitor(definition, meaning, host))
                        .toList();
        breaching.add(1);

        world.look();

        assertThat(asked).containsExactly("many");
        assertThat(world.commits()).isOne();
        assertThat(world.standing(monitors.getFirst()).hard()).isEqualTo(MonitorState.CRITICAL);
        assertThat(monitors.stream().skip(1))
                .allSatisfy(id -> assertThat(world.standing(id).hard()).isEqualTo(MonitorState.OK));

        world.pass(Duration.ofMinutes(5));
        world.look();

        assertThat(world.commits()).as("Nothing changed").isOne();
    }

    @Test
    void asksForANewMonitorAtOnceAndForOthersInTheirTurn() {
        long definition = KnownWorld.definition();
        MonitorDefinition meaning = KnownWorld.fact("grows", "x:y");
        long first = world.monitor(definition, meaning, 1);
        world.look();
        Instant then = world.last(first).at();

        world.pass(Duration.ofMinutes(1));
        long second = world.monitor(definition, meaning, 2);
        world.look();

        assertThat(world.standing(second).state()).isEqualTo(MonitorState.OK);
        assertThat(world.last(first).at()).isEqualTo(then);

        world.pass(Duration.ofMinutes(4));
        world.look();

        assertThat(world.last(first).at()).isEqualTo(then.plus(Duration.ofMinutes(5)));
    }

    @Test
    void asksForAllOthersIfOneIsNotAnswered() {
        long before = one("before", 1);
        long broken = one("broken", 1);
        long behind = one("behind", 1);

        world.look();

        assertThat(world.standing(before).state()).isEqualTo(MonitorState.OK);
        assertThat(world.standing(behind).state()).isEqualTo(MonitorState.OK);
        assertThat(world.standing(broken).state()).isEqualTo(MonitorState.UNKNOWN);
        assertThat(world.last(broken).output()).startsWith("The register does not answer");
    }

    @Test
    void letsADefinitionRestOfWhichNothingCanBeWritten() {
        long before = one("before", 1);
        long stuck = one("stuck", 1);
        long behind = one("behind", 1);
        world.breakWriting(stuck);

        world.look();
        world.pass(Duration.ofSeconds(1));
        world.look();

        assertThat(world.standing(before).state()).isEqualTo(MonitorState.OK);
        assertThat(world.standing(behind).state()).isEqualTo(MonitorState.OK);
        assertThat(world.standing(stuck).state()).isEqualTo(MonitorState.PENDING);
        assertThat(asked).containsExactlyInAnyOrder("before", "stuck", "behind");

        world.mendWriting();
        world.pass(KnownChecks.REST);
        world.look();

        assertThat(world.standing(stuck).state()).isEqualTo(MonitorState.OK);
    }

    @Test
    void waitsForWhatIsFoundOutOnceAMonitorIsThere() {
        foundOut = world.instant();
        world.pass(Duration.ofSeconds(1));
        long fresh = one("fresh", 1);

        world.look();

        assertThat(world.standing(fresh).state()).isEqualTo(MonitorState.PENDING);

        foundOut = world.instant();
        world.pass(Duration.ofSeconds(1));
        world.look();

        assertThat(world.standing(fresh).state()).isEqualTo(MonitorState.OK);
    }

    @Test
    void knowsNothingOfWhatIsOnNoHost() {
        breaching.add(7);
        long thing = one("thing", 0);

        world.look();

        assertThat(world.standing(thing).state()).isEqualTo(MonitorState.UNKNOWN);
        assertThat(world.last(thing).output()).contains("is on no host");
    }
}
