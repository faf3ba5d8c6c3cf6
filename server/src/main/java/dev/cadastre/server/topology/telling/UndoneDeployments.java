package dev.cadastre.server.topology.telling;

import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.Origin;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.MapTurn;
import dev.cadastre.server.topology.keeping.RelationKey;
import dev.cadastre.server.topology.keeping.RelationRow;
import dev.cadastre.server.topology.keeping.RelationRows;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
    private final ToldApplication application;
    private final ToldRelations relations;
    private final RelationRows rows;
    private final DeploymentTable table;
    private final Clock clock;

    UndoneDeployments(
            Deployments deployments,
            MapTurn turn,
            MapKnowledge known,
            MapTelling telling,
            ToldApplication application,
            ToldRelations relations,
            RelationRows rows,
            DeploymentTable table,
            Clock clock) {
        this.deployments = deployments;
        this.turn = turn;
        this.known = known;
        this.telling = telling;
        this.application = application;
        this.relations = relations;
        this.rows = rows;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Takes it back on its hosts. Where something else runs that was deployed since, it only cannot
     * be what runs there again.
     *
     * @param undone as it was told, with its environment and run, and a key for its end
     * @throws MapRefused if what runs there again cannot be told
     */
    public void tell(NewDeployment undone) {
        Map<DeploymentTable.Standing, List<String>> again = new LinkedHashMap<>();
        List<String> gone = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        Set<Long> origins = new TreeSet<>();
        for (String host : undone.hosts()) {
            List<DeploymentTable.Standing> there = on(host, undone);
            Set<Long> own = own(there, undone);
            origins.addAll(own);
            if (there.isEmpty() || !own.contains(there.getFirst().origin())) {
                passed.add(host);
                continue;
            }
            there.stream()
                    .filter(one -> !own.contains(one.origin()))
                    .findFirst()
                    .ifPresentOrElse(
                            before ->
                                    again.computeIfAbsent(before, _ -> new ArrayList<>()).add(host),
                            () -> gone.add(host));
        }
        List<Long> all = List.copyOf(origins);
        again.forEach((before, hosts) -> turn.run(() -> again(before, hosts, undone, all)));
        if (!gone.isEmpty()) {
            turn.run(() -> {
                leave(gone, undone);
                gone.forEach(host -> table.undone(all, host));
            });
        }
        turn.run(() -> passed.forEach(host -> table.undone(all, host)));
    }

    private List<DeploymentTable.Standing> on(@Nullable String host, NewDeployment undone) {
        return table.standing(
                undone.app(), Objects.requireNonNull(undone.environment()), host, MOST_READ);
    }

    /** What it told itself, and not of another that it has let run again. */
    private static Set<Long> own(List<DeploymentTable.Standing> there, NewDeployment undone) {
        return there.stream()
                .filter(one -> one.origin() == one.deployment().id())
                .filter(one -> isOf(one.deployment(), undone))
                .map(DeploymentTable.Standing::origin)
                .collect(Collectors.toSet());
    }

    private static boolean isOf(Deployment one, NewDeployment undone) {
        return Objects.equals(one.run(), undone.run()) && Objects.equals(one.tool(), undone.tool());
    }

    private void again(
            DeploymentTable.Standing before,
            List<String> hosts,
            NewDeployment undone,
            List<Long> origins) {
        NewDeployment restored = again(before.deployment(), hosts, undone);
        table.again(deployments.tell(restored, false).id(), before.origin());
        hosts.forEach(host -> table.undone(origins, host));
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
                    version(app, isElsewhere ? other(undone) : null, environment, now);
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
        List<DeploymentTable.Standing> all = on(null, undone);
        Set<Long> own = own(all, undone);
        return all.stream()
                .filter(one -> !own.contains(one.origin()))
                .findFirst()
                .map(one -> one.deployment().version())
                .orElse(null);
    }

    private void version(AssetName app, @Nullable String version, String environment, Instant now) {
        StatementChecks checks = new StatementChecks(known, false);
        checks.asset(application.takenBack(app, environment, version));
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
        application.tell(app, environment, summary, detail, hosts, undone.run());
        known.audit("deployment.undo", app.toString(), environment);
    }
}
