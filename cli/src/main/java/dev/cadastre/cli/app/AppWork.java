package dev.cadastre.cli.app;

import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.run.AskedSecrets;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Server;
import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.resolution.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Has a server do what is ordered of an app: planned, shown, agreed to, and watched. */
public final class AppWork {

    /** What is required may require more. */
    private static final int MOST_ORDERS = 16;

    /** So often one looks whether the server has taken note of the end of a run. */
    private static final int MOST_LOOKS = 40;

    private final Session session;
    private final Server server;
    private final Manner manner;
    private final Proposals proposals;
    private final RunSecrets secrets;

    /** Does it in that manner. */
    public AppWork(Session session, Manner manner) {
        this.session = session;
        this.server = session.server();
        this.manner = manner;
        AskedSecrets asked = new AskedSecrets(session);
        this.proposals = new Proposals(server, asked);
        this.secrets = new RunSecrets(asked);
    }

    /** Does what concerns no other app; the exit status. */
    public int carryOut(AppOrder order) throws InterruptedException {
        return planned(order, proposals.propose(order), List.of());
    }

    /**
     * Does it, and before it what it requires and nobody has; the exit status.
     *
     * @param places where what meets a requirement goes, by the binding
     * @param preferences which parcels a person wants
     */
    public int carryOut(AppOrder order, Map<String, Where> places, Preferences preferences)
            throws InterruptedException {
        Providers providers = new Providers(server, places, preferences);
        List<AppOrder> orders = List.of(order);
        while (true) {
            AppOrder first = orders.getFirst();
            try {
                Json plan = proposals.propose(first);
                return planned(first, plan, orders.subList(1, orders.size()));
            } catch (Failure failure) {
                if (!Providers.mayHelp(failure) || orders.size() >= MOST_ORDERS) {
                    throw failure;
                }
                orders = instead(orders, providers.instead(first, failure), failure);
            }
        }
    }

    private static List<AppOrder> instead(
            List<AppOrder> orders, Providers.Orders found, Failure failure) {
        List<AppName> waiting = orders.stream().map(AppOrder::app).toList();
        if (found.before().stream().anyMatch(order -> waiting.contains(order.app()))) {
            throw failure; // Each would wait for the other.
        }
        List<AppOrder> all = new ArrayList<>(found.before());
        all.add(found.then());
        all.addAll(orders.subList(1, orders.size()));
        return all;
    }

    private int planned(AppOrder first, Json plan, List<AppOrder> then)
            throws InterruptedException {
        AppRuns runs = new AppRuns(session, plan, secrets);
        boolean isSeen = show(plan, runs);
        then.forEach(order ->
                session.remark(
                        "After that %s is deployed; what is done then can be told when %s is there."
                                .formatted(order.app(), first.app())));
        if (manner.planned()) {
            if (session.printer().format() != Format.TABLE) {
                session.printer().items(plan, plan.list("steps"), AppColumns.STEPS);
            }
            return isSeen ? 0 : 1;
        }
        if (manner.detached() && !then.isEmpty()) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "Several apps are deployed, and nobody would go on with the second",
                    "Leave out --detach.");
        }
        if (runs.isEmpty() && then.isEmpty()) {
            session.remark("All is as it should be; nothing was started.");
            return answer(plan.at("revision"));
        }
        session.confirm(question(first, then), manner.agreed());
        Json last = plan;
        int status = done(plan, runs);
        for (AppOrder order : then) {
            if (status != 0) {
                return status;
            }
            last = proposals.propose(order);
            status = next(last);
        }
        return status == 0 ? answer(noted(last.at("revision"))) : status;
    }

    private boolean show(Json plan, AppRuns runs) throws InterruptedException {
        if (session.printer().format() == Format.TABLE) {
            new AppPage(session.printer()).plan(plan);
            session.surroundings().out().flush();
        } else {
            plan.list("remarks").forEach(remark -> session.remark(AppPage.remark(remark)));
        }
        return runs.show();
    }

    private static String question(AppOrder first, List<AppOrder> then) {
        if (then.isEmpty()) {
            return first.purge() ? "Do this, and have its data gone for good?" : "Do this?";
        }
        return "Do this, and then deploy %s without another question?"
                .formatted(
                        String.join(
                                ", then ",
                                then.stream().map(order -> order.app().toString()).toList()));
    }

    /** The next one, which was agreed to with the first. */
    private int next(Json plan) throws InterruptedException {
        AppRuns runs = new AppRuns(session, plan, secrets);
        show(plan, runs);
        return done(plan, runs);
    }

    private int done(Json plan, AppRuns runs) throws InterruptedException {
        int status = runs.isEmpty() ? 0 : runs.carryOut(manner);
        Json revision = plan.at("revision");
        String app = revision.text("app").orElse("");
        if (status != 0) {
            session.remark(
                    "%s is not as it was wanted. Put it right and say the same again, or take it back: cadastre app undo %s."
                            .formatted(app, app));
            return status;
        }
        if (!manner.detached()) {
            // Its manual is asked for, and another app may be bound to it.
            noted(revision);
            session.remark(
                    "%s: %s, as revision %s."
                            .formatted(
                                    app,
                                    AppPage.what(revision),
                                    revision.text("number").orElse("")));
            manual(AppName.of(app), revision);
            consumers(plan);
        }
        return status;
    }

    /** What was said before is far above now. */
    private void consumers(Json plan) {
        plan.list("remarks").stream()
                .filter(remark -> remark.text("code").orElse("").equals("app.consumer-outdated"))
                .forEach(remark -> session.remark("Afterwards: " + AppPage.remark(remark)));
    }

    /** For the day on which the server does not answer. */
    private void manual(AppName app, Json revision) {
        Manuals manuals = new Manuals(session);
        if (revision.text("verb").orElse("").equals("REMOVE")) {
            manuals.forget(app);
        } else {
            manuals.keep(app, revision);
        }
    }

    /** The revision once the server has taken note of the end of its last run. */
    private Json noted(Json revision) throws InterruptedException {
        if (manner.detached()) {
            return revision;
        }
        Path path =
                AppName.of(revision.text("app").orElse(""))
                        .path("revisions", revision.text("number").orElse(""));
        Json now = server.read(path);
        for (int i = 0; i < MOST_LOOKS && isUnderWay(now); i++) {
            session.surroundings().pause().take();
            now = server.read(path);
        }
        return now;
    }

    private static boolean isUnderWay(Json revision) {
        String state = revision.text("state").orElse("");
        return state.equals("RUNNING") || state.equals("PLANNED");
    }

    /** Programs get the revision. */
    private int answer(Json revision) {
        if (session.printer().format() != Format.TABLE) {
            session.printer().attributes(revision, AppColumns.REVISION);
        }
        return 0;
    }
}
