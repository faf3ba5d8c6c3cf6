package dev.cadastre.cli.scan;

import dev.cadastre.change.run.RunRequest;
import dev.cadastre.cli.attach.ServerPlan;
import dev.cadastre.cli.attach.ServerRun;
import dev.cadastre.cli.change.GivenChange;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A test on hosts that a server reaches. */
final class ServerScan extends Scan {

    private final Session session;
    private final String why;
    private ServerPlan.Wish wish;
    private ServerPlan wanted;
    private Json plan = new Json.Nothing();

    ServerScan(
            Session session, GivenChange given, ServerPlan.Wish wish, String why, boolean verbose) {
        super(given, verbose);
        this.session = session;
        this.wish = wish;
        this.why = why;
        this.wanted = new ServerPlan(session, wish, given);
    }

    /** On these hosts. */
    static ServerPlan.Wish wish(TestFile test, List<String> names, String query, int atOnce) {
        return new ServerPlan.Wish(test.file(), null, names, query, Map.of(), settings(atOnce));
    }

    @Override
    Json plan() throws InterruptedException {
        plan = wanted.look();
        return plan;
    }

    @Override
    void narrow(Set<String> hosts) throws InterruptedException {
        wish = wish.at(hosts.stream().sorted().toList());
        wanted = new ServerPlan(session, wish, given);
        plan = wanted.look();
    }

    @Override
    Json run() throws InterruptedException {
        ServerRun run = wanted.start(plan, why, verbose, false);
        session.remark("Run " + run.id());
        Json detail = run.attend();
        if (holdsLock(detail)) {
            run.request(new RunRequest.Release());
            run.attend();
        }
        return detail;
    }
}
