package dev.cadastre.cli.attach;

import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.cli.change.GivenChange;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Server;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A plan that a server works out, and the run that carries it out. */
public final class PlannedRun {

    /** Meanwhile nobody hears of secrets that hosts ask for. */
    private static final int PATIENCE_SECONDS = 2;

    private final Session session;
    private final Server server;
    private final String plan;
    private final RunSecrets secrets;

    /**
     * A plan that was asked for.
     *
     * @param plan its id
     * @param secrets of which a person types each once, for all that is given the same
     */
    public PlannedRun(Session session, String plan, RunSecrets secrets) {
        this.session = session;
        this.server = session.server();
        this.plan = plan;
        this.secrets = secrets;
    }

    /**
     * Gives the server the secrets that it asks for until it knows what would be done.
     *
     * @return the plan
     */
    public Json look() throws InterruptedException {
        return look(server.read(Path.of("plans", plan)));
    }

    /** The same of one that was this a moment ago. */
    Json look(Json begun) throws InterruptedException {
        Path path = Path.of("plans", plan).with("patience", PATIENCE_SECONDS);
        SecretAnswers answers =
                new SecretAnswers(secrets, true, server, Path.of("plans", plan, "secrets"));
        Json looking = begun;
        while (looking.text("state").orElse("").equals("LOOKING")) {
            session.progress("looking at " + looking.list("hosts").size() + " hosts");
            List<Json> asks = server.read(Path.of("plans", plan, "asks")).list("items");
            if (!asks.isEmpty()) {
                session.progress("");
            }
            answers.give(asks);
            looking = server.read(path);
        }
        session.progress("");
        if (looking.text("state").orElse("").equals("FAILED")) {
            throw new Failure(
                    Failure.Kind.NO,
                    "Nobody could plan it: " + looking.text("problem").orElse(""),
                    "Put that right, and plan it again.");
        }
        return looking;
    }

    /**
     * Has the server carry it out.
     *
     * @param step whether somebody has to agree to each step
     * @param attachment how what it wants done on this machine is done
     */
    public ServerRun start(String why, boolean step, Attachment attachment) {
        String run = started(why, step);
        return attached(
                run, new FetchedChange(session, run, attachment)::get, attachment.verbose());
    }

    /** The same of a change that is here. */
    ServerRun start(String why, boolean step, boolean verbose, GivenChange given) {
        return attached(started(why, step), () -> Optional.of(given), verbose);
    }

    private String started(String why, boolean step) {
        return server.write(
                        "POST",
                        Path.of("runs"),
                        new JsonObject()
                                .with("plan", plan)
                                .with("why", why.isEmpty() ? null : why)
                                .with("step", new Json.Truth(step))
                                .json())
                .text("id")
                .orElse("");
    }

    private ServerRun attached(
            String run, Supplier<Optional<GivenChange>> change, boolean verbose) {
        return new ServerRun(session, run, change, secrets, verbose, true);
    }
}
