package dev.cadastre.server.web.api.run;

import dev.cadastre.api.run.RunDemand;
import dev.cadastre.api.run.RunWish;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRefused.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked of a run, as it was sent. */
public final class RunDemands {

    private static final Set<RunWish> OF_JOBS =
            Set.of(RunWish.SKIP, RunWish.CONFIRM, RunWish.SETTLE);

    private RunDemands() {}

    /**
     * Reads it.
     *
     * @throws ChangeRefused if it lacks something, or has too much, with all of that
     */
    public static RunRequest request(RunDemand sent) {
        RunWish wish = sent.request();
        boolean ofJob = OF_JOBS.contains(wish);
        boolean places = sent.hosts() != null && !sent.hosts().isEmpty();
        List<ChangeProblem> problems = new ArrayList<>();
        expect("job", sent.job() != null, ofJob, wish, problems);
        expect("done", sent.done() != null, wish == RunWish.SETTLE, wish, problems);
        refuse("from", sent.from() != null && wish != RunWish.RESUME, wish, problems);
        refuse("hosts", places && !ofJob, wish, problems);
        refuse("here", Boolean.TRUE.equals(sent.here()) && !ofJob, wish, problems);
        if (places && Objects.requireNonNull(sent.hosts()).stream().anyMatch(String::isEmpty)) {
            problems.add(problem("hosts", "A host without a name.", "Leave it out."));
        }
        if (!problems.isEmpty()) {
            throw new ChangeRefused(Reason.INVALID, problems);
        }
        String job = Objects.requireNonNullElse(sent.job(), "");
        return switch (wish) {
            case HALT -> new RunRequest.Halt();
            case STOP -> new RunRequest.Stop();
            case RESUME -> new RunRequest.Resume(sent.from());
            case RETRY -> new RunRequest.Retry();
            case SKIP -> new RunRequest.Skip(job, at(sent));
            case CONFIRM -> new RunRequest.Confirm(job, at(sent));
            case SETTLE -> new RunRequest.Settle(job, at(sent), Boolean.TRUE.equals(sent.done()));
            case APPROVE -> new RunRequest.Approve();
            case UNDO -> new RunRequest.Undo();
            case RELEASE -> new RunRequest.Release();
        };
    }

    private static void expect(
            String key, boolean isThere, boolean isNeeded, RunWish wish, List<ChangeProblem> to) {
        if (isNeeded && !isThere) {
            to.add(problem(key, wish + " needs " + key + ".", "Name it."));
        }
        refuse(key, isThere && !isNeeded, wish, to);
    }

    private static void refuse(String key, boolean isWrong, RunWish wish, List<ChangeProblem> to) {
        if (isWrong) {
            to.add(problem(key, wish + " is not about " + key + ".", "Leave it out."));
        }
    }

    private static ChangeProblem problem(String key, String message, String remedy) {
        return new ChangeProblem("run.request-wrong", key, message, remedy);
    }

    private static Set<Place> at(RunDemand sent) {
        Set<Place> at = new HashSet<>();
        if (Boolean.TRUE.equals(sent.here())) {
            at.add(Place.LOCAL);
        }
        hosts(sent.hosts()).forEach(host -> at.add(Place.host(host)));
        return at;
    }

    private static List<String> hosts(@Nullable List<String> hosts) {
        return Objects.requireNonNullElse(hosts, List.of());
    }
}
