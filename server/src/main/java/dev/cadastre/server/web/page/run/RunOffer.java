package dev.cadastre.server.web.page.run;

import dev.cadastre.api.run.RunWish;
import dev.cadastre.change.run.Refusal;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.server.change.running.RunChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a page offers to ask of a run, or says why it does not.
 *
 * @param wish what is asked
 * @param label on the button
 * @param style the button's class
 * @param question asked before; null for none
 * @param refusal why it would not be granted now, as a sentence; null if it would
 */
public record RunOffer(
        RunWish wish,
        String label,
        String style,
        @Nullable String question,
        @Nullable String refusal) {

    /** What can be asked of a run as a whole, what one wants most first. */
    static final List<RunRequest> WHOLE =
            List.of(
                    new RunRequest.Approve(),
                    new RunRequest.Resume(null),
                    new RunRequest.Retry(),
                    new RunRequest.Halt(),
                    new RunRequest.Stop(),
                    new RunRequest.Undo(),
                    new RunRequest.Release());

    /** Whether it names the job to go on with. */
    public boolean isFrom() {
        return wish == RunWish.RESUME;
    }

    /** Whether there is a button. */
    public boolean isGranted() {
        return refusal == null;
    }

    /** What a page offers. */
    static RunOffer of(RunChoice choice) {
        Refusal refusal = choice.refusal();
        String reason = refusal == null ? null : sentence(refusal.reason());
        return switch (choice.request()) {
            case RunRequest.Approve _ ->
                    new RunOffer(
                            RunWish.APPROVE,
                            "Approve",
                            "primary",
                            "Let it begin? You are the second person.",
                            reason);
            case RunRequest.Resume(String from) ->
                    new RunOffer(
                            RunWish.RESUME,
                            from == null ? "Resume" : "Resume from here",
                            from == null ? "primary" : "",
                            from == null ? null : again(from),
                            reason);
            case RunRequest.Retry _ ->
                    new RunOffer(RunWish.RETRY, "Retry failed", "", null, reason);
            case RunRequest.Halt _ -> new RunOffer(RunWish.HALT, "Halt", "", null, reason);
            case RunRequest.Stop _ ->
                    new RunOffer(
                            RunWish.STOP,
                            "Stop now",
                            "danger",
                            "End what is in flight? How far that came may be hard to tell.",
                            reason);
            case RunRequest.Undo _ ->
                    new RunOffer(
                            RunWish.UNDO,
                            "Undo",
                            "danger",
                            "Undo all that the run has changed, the last first?",
                            reason);
            case RunRequest.Release _ ->
                    new RunOffer(
                            RunWish.RELEASE,
                            "Give up",
                            "danger",
                            "Give the locks back, and do nothing else? It can only be undone"
                                    + " afterwards.",
                            reason);
            case RunRequest.Skip(String job, _) ->
                    new RunOffer(
                            RunWish.SKIP,
                            "Skip",
                            "",
                            "Take %s for dealt with?".formatted(job),
                            reason);
            case RunRequest.Confirm _ ->
                    new RunOffer(RunWish.CONFIRM, "It is done", "primary", null, reason);
            case RunRequest.Settle _ -> new RunOffer(RunWish.SETTLE, "Settle", "", null, reason);
        };
    }

    private static String again(String job) {
        return "Go on with %s everywhere? What comes before it and is not done is skipped, and all from it on is done again."
                .formatted(job);
    }

    private static String sentence(String reason) {
        return reason.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + reason.substring(1)
                + ".";
    }
}
