package dev.cadastre.cli.run;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.session.Session;
import java.util.Set;
import java.util.function.Consumer;

/** Has the person at the terminal answer what a run asks for. */
public final class Answering {

    private final Session session;
    private final Consumer<RunRequest> requests;

    /** Puts what they answer to the run as requests. */
    public Answering(Session session, Consumer<RunRequest> requests) {
        this.session = session;
        this.requests = requests;
    }

    /** Whether something was answered, so that the run may go on. */
    public boolean answer(Json detail) {
        if (!session.surroundings().inIsTerminal()) {
            return false;
        }
        String phase = detail.text("run", "phase").orElse("");
        if (phase.equals("PAUSED")) {
            return agreed("Go on with the other hosts?", new RunRequest.Resume(null));
        }
        return phase.equals("ASKING") && detail.list("questions").stream().anyMatch(this::question);
    }

    private boolean question(Json question) {
        String job = question.text("job").orElse("");
        Set<Place> at = Set.of(question.text("host").map(Place::host).orElse(Place.LOCAL));
        session.remark(
                "%s on %s: %s"
                        .formatted(
                                job, RunColumns.host(question), question.text("text").orElse("")));
        if (question.text("kind").orElse("").equals("NOTE")) {
            return agreed("Is it done?", new RunRequest.Confirm(job, at));
        }
        String answer = ask("Did it take effect? y: it did, n: do it again [y/n, else later] ");
        boolean done = answer.equalsIgnoreCase("y");
        if (!done && !answer.equalsIgnoreCase("n")) {
            return false;
        }
        requests.accept(new RunRequest.Settle(job, at, done));
        return true;
    }

    private boolean agreed(String question, RunRequest request) {
        if (!ask(question + " [y/N] ").equalsIgnoreCase("y")) {
            return false;
        }
        requests.accept(request);
        return true;
    }

    private String ask(String question) {
        session.surroundings().err().print(question);
        session.surroundings().err().flush();
        return session.line().strip();
    }
}
