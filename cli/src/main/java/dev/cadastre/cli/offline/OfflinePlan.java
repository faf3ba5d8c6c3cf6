package dev.cadastre.cli.offline;

import dev.cadastre.change.plan.Plan;
import dev.cadastre.change.run.Planner;
import dev.cadastre.change.run.RunListener;
import dev.cadastre.change.run.RunOrder;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.cli.change.ChangeSource;
import dev.cadastre.cli.change.GivenChange;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.run.RunJson;
import dev.cadastre.cli.session.Session;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change that somebody wants to be run from this machine, and what it would do. */
public final class OfflinePlan {

    private final Session session;
    private final Wish wish;
    private final GivenChange given;
    private final OfflineOrder order;

    /**
     * What somebody asks for.
     *
     * @param source a {@code .change} file or a jar
     * @param program which change of the jar; null for its only one
     * @param hosts where
     * @param parameters that the change is given
     * @param settings how
     * @param why what for; may be empty
     */
    public record Wish(
            Path source,
            @Nullable String program,
            List<OfflineHost> hosts,
            Map<String, String> parameters,
            RunSettings settings,
            String why) {
        /** Copies what can be changed. */
        public Wish {
            hosts = List.copyOf(hosts);
            parameters = Map.copyOf(parameters);
        }

        /** The same at some of its hosts. */
        public Wish at(Collection<String> names) {
            List<OfflineHost> some =
                    hosts.stream().filter(host -> names.contains(host.name())).toList();
            return new Wish(source, program, some, parameters, settings, why);
        }
    }

    /** Reads the change; whatever is wrong with it is a failure that tells all of it. */
    public OfflinePlan(Session session, Wish wish) {
        this(session, wish, read(wish));
    }

    /** Of a change that was read before. */
    public OfflinePlan(Session session, Wish wish, GivenChange given) {
        this.session = session;
        this.wish = wish;
        this.given = given;
        this.order =
                new OfflineOrder(
                        who(),
                        wish.why(),
                        given.file(),
                        given.folder().digest(),
                        ChangeSource.isJar(wish.source()),
                        wish.program(),
                        wish.parameters(),
                        wish.hosts());
    }

    private static GivenChange read(Wish wish) {
        Map<String, Map<String, String>> values = new HashMap<>();
        wish.hosts().forEach(host -> values.put(host.name(), host.values()));
        return new ChangeSource(wish.parameters(), values).read(wish.source(), wish.program());
    }

    /** The person and the machine, as locks of hosts name them. */
    static String who() {
        String user = System.getProperty("user.name");
        try {
            return user + "@" + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return user;
        }
    }

    /** The change. */
    public GivenChange given() {
        return given;
    }

    /** How it would be run. */
    public RunSettings settings() {
        return wish.settings();
    }

    /** Looks at all places, and changes nothing. */
    public Plan look() throws InterruptedException {
        OfflineRuns runs = new OfflineRuns(session);
        try (Reach reach = new Reach(session, order, given.folder(), runs::ending, null)) {
            return Planner.plan(order("plan", null), reach.ports(RunListener.NONE));
        }
    }

    /** A plan, as it is shown. */
    public Json json(Plan plan) {
        return RunJson.plan(plan, given.change(), wish.settings(), order.names());
    }

    private RunOrder order(String id, @Nullable Plan plan) {
        return new RunOrder(
                id,
                order.who(),
                order.why(),
                given.change(),
                order.names(),
                order.parameters(),
                wish.settings(),
                plan);
    }

    /** Keeps all that the run needs, and begins its journal. The caller closes it. */
    public OfflineRun begin(Plan plan, Attendance attendance) {
        OfflineRuns runs = new OfflineRuns(session);
        String id = runs.newId();
        RunFolder folder =
                RunFolder.create(
                        runs.path(id), order, given.folder(), order.jar() ? wish.source() : null);
        return OfflineRun.open(session, folder, order, given.folder(), order(id, plan), attendance);
    }
}
