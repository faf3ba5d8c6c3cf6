package dev.cadastre.server.topology.telling;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.Origin;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.MapTurn;
import dev.cadastre.server.topology.keeping.RelationKey;
import dev.cadastre.server.topology.keeping.RelationRow;
import dev.cadastre.server.topology.keeping.RelationRows;
import dev.cadastre.server.topology.keeping.Told;
import dev.cadastre.server.topology.keeping.ToldBook;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Takes back what a tool told of deployments that it has undone since. Where the application was
 * deployed before, what was deployed then is what runs there again; elsewhere it runs no longer.
 * Telling takes writing in the application's environment. Thread-safe.
 */
@NamedInterface("telling")
@Service
public class UndoneDeployments {

    private static final int MOST_READ = 100;

    private final Deployments deployments;
    private final MapTurn turn;
    private final MapKnowledge known;
    private final MapTelling telling;
    private final TellingEvents events;
    private final ToldBook told;
    private final ToldRelations relations;
    private final RelationRows rows;
    private final DeploymentTable table;
    private final Clock clock;

    UndoneDeployments(
            Deployments deployments,
            MapTurn turn,
            MapKnowledge known,
            MapTelling telling,
            TellingEvents events,
            ToldBook told,
            ToldRelations relations,
            RelationRows rows,
            DeploymentTable table,
            Clock clock) {
        this.deployments = deployments;
        this.turn = turn;
        this.known = known;
        this.telling = telling;
        this.events = events;
        this.told = told;
        this.relations = relations;
        this.rows = rows;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Takes it back on its hosts, but for those where something else was deployed since.
     *
     * @param undone as it was told, with its environment and run, and a key for its end
     * @throws MapRefused if what runs there again cannot be told
     */
    public void tell(NewDeployment undone) {
        Map<Deployment, List<String>> again = new LinkedHashMap<>();
        List<String> gone = new ArrayList<>();
        for (String host : undone.hosts()) {
            List<Deployment> there = on(host, undone);
            if (!there.isEmpty() && isOf(there.getFirst(), undone)) {
                there.stream()
                        .filter(one -> !isOf(one, undone))
                        .findFirst()
                        .ifPresentOrElse(
                                before ->
                                        again.computeIfAbsent(before, _ -> new ArrayList<>())
                                                .add(host),
                                () -> gone.add(host));
            }
        }
        again.forEach((before, hosts) -> deployments.tell(again(before, hosts, undone), false));
        if (!gone.isEmpty()) {
            turn.run(() -> leave(gone, undone));
        }
    }

    private List<Deployment> on(@Nullable String host, NewDeployment undone) {
        return table.find(
                new DeploymentQuery(
                        undone.app(), host, undone.environment(), null, null, null, MOST_READ),
                Reach.ALL);
    }

    private static boolean isOf(Deployment one, NewDeployment undone) {
        return Objects.equals(one.run(), undone.run()) && Objects.equals(one.tool(), undone.tool());
    }

    private static NewDeployment again(
            Deployment before, List<String> hosts, NewDeployment undone) {
        return new NewDeployment(
                undone.key() + "-" + before.id(),
                before.app(),
                before.environment(),
                before.version(),
                hosts,
                false,
                undone.by(),
                undone.tool(),
                undone.run(),
                before.link(),
                before.parameters(),
                null,
                before.programs());
    }

    /** The application runs there no longer. */
    private void leave(List<String> hosts, NewDeployment undone) {
        String environment = Objects.requireNonNull(undone.environment());
        known.requireWrite(environment);
        AssetName app = new AssetName(AssetName.APP, undone.app() + "@" + environment);
        known.find(app)
                .ifPresent(entry -> {
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    boolean isElsewhere = takeBack(entry.number(), hosts, now);
                    version(
                            app,
                            entry.number(),
                            isElsewhere ? other(undone) : null,
                            environment,
                            now);
                    tell(app, hosts, undone, environment);
                });
    }

    /** Whether it is said to run on others. */
    private boolean takeBack(int app, List<String> hosts, Instant now) {
        Set<Integer> left =
                hosts.stream()
                        .flatMap(host -> known.find(new AssetName(AssetName.HOST, host)).stream())
                        .map(AssetEntry::number)
                        .collect(Collectors.toSet());
        List<RelationKey> said =
                rows.from(List.of(app), null).stream()
                        .filter(row -> row.state().told().containsKey(Origin.DEPLOYMENT))
                        .map(RelationRow::key)
                        .filter(key -> key.type() == RelationType.RUNS_ON)
                        .toList();
        List<RelationKey> over = said.stream().filter(key -> left.contains(key.target())).toList();
        relations.takeBack(over, List.of(Origin.DEPLOYMENT), now);
        return over.size() < said.size();
    }

    /** The version of what was deployed last on other hosts. */
    private @Nullable String other(NewDeployment undone) {
        return on(null, undone).stream()
                .filter(one -> !isOf(one, undone))
                .findFirst()
                .map(Deployment::version)
                .orElse(null);
    }

    /** What else is said of the application stays. */
    private void version(
            AssetName app, int number, @Nullable String version, String environment, Instant now) {
        Told before = told.of(number);
        Map<String, String> attributes = new HashMap<>(before.attributes());
        attributes.remove("version");
        if (version != null) {
            attributes.put("version", version);
        }
        StatementChecks checks = new StatementChecks(known, false);
        checks.asset(
                new AssetStatement(
                        "",
                        app.toString(),
                        before.title(),
                        environment,
                        before.lifecycle(),
                        before.labels(),
                        attributes,
                        before.owner()));
        telling.write(checks, Origin.DEPLOYMENT, known.actor(), now);
    }

    private void tell(AssetName app, List<String> hosts, NewDeployment undone, String environment) {
        String by = Objects.requireNonNullElse(undone.by(), known.actor());
        String summary =
                "%s%s was taken back from %s by %s%s"
                        .formatted(
                                undone.app(),
                                undone.version() == null ? "" : " " + undone.version(),
                                TellingEvents.some(hosts),
                                by,
                                undone.tool() == null ? "" : " with " + undone.tool());
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("app", undone.app());
        detail.put("by", by);
        detail.put("hosts", hosts.stream().limit(MOST_READ).toList());
        events.tell(app, environment, "deployment", summary, detail, undone.run());
        for (String host : hosts) {
            AssetName asset = new AssetName(AssetName.HOST, host);
            events.tell(asset, environment, "deployment", summary, detail, undone.run());
        }
        known.audit("deployment.undo", app.toString(), environment);
    }
}
