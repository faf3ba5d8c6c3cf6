package dev.cadastre.cli.scan;

import dev.cadastre.change.plan.Plan;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.cli.change.GivenChange;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.offline.Attendance;
import dev.cadastre.cli.offline.OfflineHost;
import dev.cadastre.cli.offline.OfflinePlan;
import dev.cadastre.cli.offline.OfflineRun;
import dev.cadastre.cli.run.RunJson;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A test on hosts that this machine reaches by SSH. */
final class OfflineScan extends Scan {

    private final Session session;
    private final OfflinePlan.Wish wish;
    private OfflinePlan wanted;
    private @Nullable Plan plan;

    OfflineScan(Session session, GivenChange given, OfflinePlan.Wish wish, boolean verbose) {
        super(given, verbose);
        this.session = session;
        this.wish = wish;
        this.wanted = new OfflinePlan(session, wish, given);
    }

    /** On these hosts. */
    static OfflinePlan.Wish wish(TestFile test, List<OfflineHost> hosts, String why, int atOnce) {
        return new OfflinePlan.Wish(test.file(), null, hosts, Map.of(), settings(atOnce), why);
    }

    @Override
    Json plan() throws InterruptedException {
        plan = wanted.look();
        return wanted.json(plan);
    }

    @Override
    void narrow(Set<String> hosts) throws InterruptedException {
        wanted = new OfflinePlan(session, wish.at(hosts), given);
        plan = wanted.look();
    }

    @Override
    Json run() throws InterruptedException {
        Attendance attendance = new Attendance(verbose, false);
        try (OfflineRun run = wanted.begin(Objects.requireNonNull(plan), attendance)) {
            session.remark("Run " + run.id());
            Json detail = RunJson.detail(run.attend());
            if (holdsLock(detail)) {
                run.request(new RunRequest.Release());
                run.attend();
            }
            return detail;
        }
    }
}
