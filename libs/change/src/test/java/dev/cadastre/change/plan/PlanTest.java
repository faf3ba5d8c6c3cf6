package dev.cadastre.change.plan;

import static dev.cadastre.change.Job.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.EngineOperation.Note;
import dev.cadastre.change.Job;
import dev.cadastre.change.script.Script;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    private static final Job JOB = job(At.REMOTE, new Note("look"));
    private static final Change CHANGE = Change.of("shop", JOB);
    private static final Place A = Place.host("a");

    private static PlannedJob planned(String basis, String script, String reason) {
        return new PlannedJob(
                "conf", PlannedJob.Effect.CHANGES, reason, basis, script, List.of(), List.of());
    }

    private static Plan plan(PlannedJob job) {
        return Plan.of(CHANGE, Map.of(), List.of(PlannedPlace.of(A, List.of(job))));
    }

    @ParameterizedTest
    @CsvSource({
        "b1, s1, missing, ''",
        "b2, s1, missing, conf rests on what has changed since: missing",
        "b2, s1, other,   conf rests on what has changed since: other; planned was: missing",
        "'', s1, other,   conf rests on what has changed since: other; planned was: missing",
        "b1, s2, missing, conf is not what was planned: a file or value of the change has changed"
    })
    void holdsAsLongAsWhatItRestsOnIsStillSo(
            String basis, String script, String reason, String outdated) {
        PlannedPlace plan = PlannedPlace.of(A, List.of(planned("b1", "s1", "missing"))).brief();

        List<String> reasons =
                plan.outdated(PlannedPlace.of(A, List.of(planned(basis, script, reason))));

        assertThat(String.join("; ", reasons)).isEqualTo(outdated);
    }

    @Test
    void saysNothingOfPlacesThatNobodyHasSeen() {
        PlannedPlace unseen = PlannedPlace.unseen(A, "it is out of reach");

        assertThat(unseen.outdated(PlannedPlace.of(A, List.of(planned("b", "s", ""))))).isEmpty();
    }

    @Test
    void hasAnotherDigestIfAnythingInItIsOtherwise() {
        PlannedJob job = planned("b", "s", "r");
        Set<String> digests = new HashSet<>();
        digests.add(plan(job).digest());
        digests.add(plan(planned("c", "s", "r")).digest());
        digests.add(plan(planned("b", "t", "r")).digest());
        digests.add(plan(planned("b", "s", "q")).digest());
        digests.add(Plan.of(CHANGE, Map.of("a", "1"), List.of()).digest());
        digests.add(Plan.of(CHANGE, Map.of("a1", ""), List.of()).digest());
        digests.add(Plan.of(CHANGE, Map.of(), List.of()).digest());
        digests.add(Plan.of(CHANGE, Map.of(), List.of(PlannedPlace.unseen(A, "away"))).digest());

        assertThat(digests).hasSize(8).allMatch(digest -> digest.matches("sha256:[0-9a-f]{64}"));
    }

    @Test
    void changesHaveAnotherDigestIfAnythingInThemIsOtherwise() {
        List<Job> jobs =
                List.of(
                        JOB,
                        JOB.named("other"),
                        JOB.as("root"),
                        JOB.within(Duration.ofSeconds(1)),
                        JOB.restarting("a"),
                        JOB.reloading("a"),
                        JOB.undoneBy(new Note("undo")),
                        job(At.LOCAL, new Note("look")).named("note"),
                        job(At.REMOTE, new Note("do not look")));
        Set<String> digests = new HashSet<>();
        jobs.forEach(job -> digests.add(ChangeDigest.of(Change.of("shop", job))));
        digests.add(ChangeDigest.of(Change.of("shop", JOB, JOB)));
        digests.add(ChangeDigest.of(Change.of("shop2", JOB)));

        assertThat(digests).hasSize(jobs.size() + 2);
        assertThat(ChangeDigest.of(Change.of("shop", JOB))).isEqualTo(ChangeDigest.of(CHANGE));
    }

    @Test
    void scriptsHaveAnotherDigestIfAnythingInThemIsOtherwise() {
        Script script = Script.of("look", "act", Map.of("a", "1", "b", "2"));
        Set<String> digests = new HashSet<>();
        digests.add(ChangeDigest.of(script));
        digests.add(ChangeDigest.of(Script.of("look", "act", Map.of("a", "12", "b", ""))));
        digests.add(ChangeDigest.of(Script.of("look", "act2", Map.of("a", "1", "b", "2"))));
        digests.add(ChangeDigest.of(Script.of("looka", "ct", Map.of("a", "1", "b", "2"))));
        digests.add(ChangeDigest.of(script.reading(new byte[] {0})));

        assertThat(digests).hasSize(5);
        assertThat(ChangeDigest.of(Script.of("look", "act", Map.of("b", "2", "a", "1"))))
                .isEqualTo(ChangeDigest.of(script));
    }
}
