package dev.cadastre.change.run;

import static dev.cadastre.change.Job.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.PlannedJob;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is kept of hosts that say too much. */
class KeptRoomTest {

    private static final Place WEB1 = Place.host("web1");
    private static final Place WEB2 = Place.host("web2");
    private static final Place WEB3 = Place.host("web3");

    private final KeptRoom room = new KeptRoom(new KeptRoom.Most(100, 150, 220));

    private static Ending printing(int length) {
        return ending(List.of(), Map.of(), "x".repeat(length));
    }

    private static Ending ending(List<String> wishes, Map<String, String> before, String output) {
        return new Ending(
                Status.OK, true, "", "", Duration.ZERO, wishes, List.of(), before, output);
    }

    private static String mark(int lost, String whose, int bound) {
        return "\n… %d characters are not kept: %s said more than the %d that are\n"
                .formatted(lost, whose, bound);
    }

    @Test
    void leavesAloneWhatThereIsRoomFor() {
        Ending whole = ending(List.of("write it"), Map.of("mode", "644"), "done\n");

        assertThat(room.kept(WEB1, whole)).isSameAs(whole);
    }

    @Test
    void boundsOneJobThenItsHostThenTheRun() {
        assertThat(room.kept(WEB1, printing(101)).output())
                .isEqualTo("x".repeat(100) + mark(1, "the job", 100));
        assertThat(room.kept(WEB1, printing(60)).output())
                .isEqualTo("x".repeat(50) + mark(10, "web1 has", 150));
        assertThat(room.kept(WEB2, printing(70)).output()).hasSize(70);
        assertThat(room.kept(WEB3, printing(5)).output())
                .isEqualTo(mark(5, "all hosts together have", 220));
    }

    @Test
    void keepsWhatUndoingNeedsWholeOrNotAtAll() {
        Map<String, String> before = Map.of("content", "x".repeat(80));

        Ending first = room.kept(WEB1, ending(List.of("y".repeat(20)), before, "z"));
        Ending second = room.kept(WEB1, ending(List.of("y".repeat(20)), before, "z"));

        assertThat(first.before()).isEqualTo(before);
        assertThat(first.wishes()).isEmpty();
        assertThat(first.output()).startsWith("z").contains("20 characters are not kept");
        assertThat(second.before()).isEmpty();
        assertThat(second.wishes()).hasSize(1);
    }

    @Test
    void boundsPlans() {
        PlannedJob told =
                new PlannedJob(
                        "conf",
                        PlannedJob.Effect.CHANGES,
                        "differs",
                        "b",
                        "s",
                        List.of("write it"),
                        List.of("-".repeat(90), "+".repeat(90)));

        PlannedJob kept = room.kept(WEB1, told);

        assertThat(kept.wishes()).containsExactly("write it");
        assertThat(kept.differences()).containsExactly(mark(180, "the job", 100).strip());
        assertThat(room.kept(WEB2, PlannedJob.engine("note", "tell"))).isNotNull();
    }

    @Test
    void countsWhatTheJournalOfARunSays() throws IOException, InterruptedException {
        Change change =
                Change.of(
                        "shop",
                        job(At.REMOTE, Wish.put("motd", "hello")),
                        job(At.REMOTE, Wish.put("conf", "2")));
        World world = new World("a");
        world.host("a").values.put("motd", "x".repeat(3 << 20));

        RunView view = world.run(world.order(change));

        Ending ending =
                Objects.requireNonNull(view.lane(Place.host("a")).jobs().get("put")).ending();
        assertThat(Objects.requireNonNull(ending).before()).isEmpty();
        assertThat(ending.output()).contains("the job said more than the 2097152 that are");
        assertThat(KeptRoom.after(view).kept(Place.host("a"), printing(5)).output()).hasSize(5);
    }
}
