package dev.cadastre.change.run;

import static dev.cadastre.change.Job.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.EngineOperation.Note;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.Plan;
import dev.cadastre.change.plan.PlannedJob;
import dev.cadastre.change.plan.PlannedJob.Effect;
import dev.cadastre.change.plan.PlannedPlace;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final Change CHANGE =
            Change.of(
                    "shop",
                    job(At.LOCAL, Wish.put("build", "1")).named("build"),
                    job(At.LOCAL, new Note("look at it")).named("look"),
                    job(At.REMOTE, Wish.put("motd", "hello")).named("motd"),
                    job(At.REMOTE, Wish.require("user", "shop")).named("user"));

    @Test
    void tellsForEachPlaceAndJobWhatWouldChangeAndWhy() throws InterruptedException {
        World world = new World("a", "b", "c");
        world.host("b").values.put("motd", "hello");
        world.host("b").values.put("user", "shop");
        world.host("c").isAway = true;

        Plan plan = Planner.plan(world.order(CHANGE), world.ports());

        assertThat(plan.places())
                .extracting(PlannedPlace::place)
                .containsExactly(Place.LOCAL, Place.host("a"), Place.host("b"), Place.host("c"));
        assertThat(told(plan, 0)).containsExactly("build CHANGES build=", "look ENGINE look at it");
        assertThat(told(plan, 1))
                .containsExactly("motd CHANGES motd=", "user REFUSED there is no user");
        assertThat(told(plan, 2))
                .containsExactly("motd NOTHING motd=hello already", "user NOTHING user=shop");
        assertThat(plan.places().get(3).problem()).isEqualTo("it is away");
        assertThat(plan.at(Place.host("c"))).isEmpty();
        assertThat(plan.places().get(2).changes()).isFalse();
        assertThat(plan.places().get(1).changes()).isTrue();
    }

    private static List<String> told(Plan plan, int place) {
        return plan.places().get(place).jobs().stream()
                .map(job -> "%s %s %s".formatted(job.job(), job.effect(), job.reason()))
                .toList();
    }

    @Test
    void leavesNothingBehind() throws InterruptedException {
        World world = new World("a", "b");

        Planner.plan(world.order(CHANGE), world.ports());

        for (FakeHost host : world.hosts.all()) {
            assertThat(host.log).isEmpty();
            assertThat(host.lock).isNull();
        }
        assertThat(world.hosts.openSessions()).isZero();
    }

    @Test
    void hasTheSameDigestAsLongAsNothingChanges() throws InterruptedException {
        World world = new World("a");
        RunOrder order = world.order(CHANGE);
        Plan plan = Planner.plan(order, world.ports());

        assertThat(Planner.plan(order, world.ports())).isEqualTo(plan);
        assertThat(Planner.plan(order, world.ports()).digest()).isEqualTo(plan.digest());

        world.host("a").values.put("motd", "other");
        assertThat(Planner.plan(order, world.ports()).digest()).isNotEqualTo(plan.digest());
    }

    @Test
    void hasNoSecretsInIt() throws InterruptedException {
        World world = new World("a");
        world.answers.put("sudo", List.of("tr0ub4dor&3"));
        world.secrets.get("sudo");
        world.host("a").values.put("motd", "tr0ub4dor&3");

        Plan plan = Planner.plan(world.order(CHANGE), world.ports());

        PlannedJob motd = plan.places().get(1).jobs().get(0);
        assertThat(motd.effect()).isEqualTo(Effect.CHANGES);
        assertThat(motd.reason()).isEqualTo("motd=******");
    }
}
