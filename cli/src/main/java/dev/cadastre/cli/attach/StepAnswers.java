package dev.cadastre.cli.attach;

import dev.cadastre.change.run.RunRequest;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.run.StepQuestion;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Server;
import dev.cadastre.cli.session.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Has the person at the terminal agree to the steps of a server's run; where nobody sits, they are
 * left to others.
 */
final class StepAnswers {

    private final Session session;
    private final Server server;
    private final String run;
    private final Consumer<RunRequest> requests;
    private final Set<String> seen = new HashSet<>();

    /**
     * Of a run.
     *
     * @param requests asks it for something
     */
    StepAnswers(Session session, String run, Consumer<RunRequest> requests) {
        this.session = session;
        this.server = session.server();
        this.run = run;
        this.requests = requests;
    }

    /** Asks about those that are asked for. As long as one is left, the server answers at once. */
    void give(List<Json> asks) throws InterruptedException {
        boolean isLeft = false;
        for (Json ask : asks) {
            if (ask.text("kind").orElse("").equals("STEP")) {
                boolean isNew = seen.add(ask.text("id").orElse(""));
                if (isNew && session.surroundings().inIsTerminal()) {
                    if (!isAgreed(ask)) {
                        return;
                    }
                } else {
                    isLeft = true;
                    tell(ask, isNew);
                }
            }
        }
        if (isLeft) {
            session.surroundings().pause().take();
        }
    }

    private void tell(Json ask, boolean isNew) {
        if (isNew) {
            session.remark(
                    "Next: %s. It waits for somebody: cadastre run step %s"
                            .formatted(ask.text("name").orElse(""), run));
        }
    }

    /** Whether the next one may be asked about. */
    private boolean isAgreed(Json ask) {
        StepQuestion.Answer answer = new StepQuestion(session).ask(ask.text("name").orElse(""));
        if (answer == StepQuestion.Answer.HALT) {
            requests.accept(new RunRequest.Halt());
            return false;
        }
        boolean all = answer == StepQuestion.Answer.ALL;
        agree(server, run, ask, all);
        return !all;
    }

    /** Agrees to a step, unless somebody else was quicker. */
    static void agree(Server server, String run, Json ask, boolean all) {
        try {
            server.write(
                    "POST",
                    Path.of("runs", run, "steps", ask.text("id").orElse("")),
                    new JsonObject().with("all", new Json.Truth(all)).json());
        } catch (Failure failure) {
            if (!failure.says("run.not-asked")) {
                throw failure;
            }
        }
    }
}
