package dev.cadastre.server.topology.telling;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.Origin;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.keeping.MapJson;
import dev.cadastre.server.topology.keeping.MapTurn;
import dev.cadastre.server.topology.keeping.RelationKey;
import dev.cadastre.server.topology.keeping.RelationRow;
import dev.cadastre.server.topology.keeping.RelationRows;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what tools tell of deployments: it makes the application, says where it runs and what it
 * needs, and is an event of the application and each host. Telling takes writing in the
 * application's environment. Thread-safe.
 */
@NamedInterface("telling")
@Service
public class Deployments {

    private static final String HOSTS = "hosts";

    private final MapTurn turn;
    private final MapKnowledge known;
    private final MapTelling telling;
    private final ToldApplication application;
    private final ToldRelations relations;
    private final RelationRows rows;
    private final DeploymentTable table;
    private final Clock clock;

    Deployments(
            MapTurn turn,
            MapKnowledge known,
            MapTelling telling,
            ToldApplication application,
            ToldRelations relations,
            RelationRows rows,
            DeploymentTable table,
            Clock clock) {
        this.turn = turn;
        this.known = known;
        this.telling = telling;
        this.application = application;
        this.relations = relations;
        this.rows = rows;
        this.table = table;
        this.clock = clock;
    }

    /** Whether the map is in memory; before that, whoever tells of a deployment waits for it. */
    public boolean areTaken() {
        return turn.isOpen();
    }

    /** Those that the query asks for and that may be seen, newest first. */
    @Transactional(readOnly = true)
    public List<Deployment> find(DeploymentQuery query, Reach reach) {
        return table.find(query, reach);
    }

    /**
     * Takes a deployment. Told again under its key, it is the one from before and changes nothing.
     *
     * @param create whether hosts and dependencies need not be there
     * @throws MapRefused if something is wrong, with all of it; or if something else was told under
     *     the key
     */
    public Deployment tell(NewDeployment deployment, boolean create) {
        return turn.take(() -> {
            String words = MapJson.write(deployment);
            DeploymentTable.Kept before =
                    deployment.key() == null
                            ? null
                            : table.under(deployment.key(), known.actor()).orElse(null);
            if (before == null) {
                return take(deployment, create, words);
            }
            if (!before.told().equals(words)) {
                throw reused(deployment);
            }
            known.requireWrite(before.deployment().environment());
            return before.deployment();
        });
    }

    private static MapRefused reused(NewDeployment deployment) {
        return new MapRefused(
                MapRefused.Reason.CONFLICT,
                "deployment.key-used",
                "Another deployment was told under the key " + deployment.key() + ".",
                "Use a key of its own for each.");
    }

    private Deployment take(NewDeployment deployment, boolean create, String words) {
        DeploymentChecks checks = new DeploymentChecks(known, deployment);
        String environment = checks.check();
        if (environment != null) {
            known.requireWrite(environment);
        }
        if (environment == null || AssetName.of("app:" + deployment.app()).isEmpty()) {
            throw new MapRefused(MapRefused.Reason.INVALID, checks.problems());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AssetName app = new AssetName(AssetName.APP, deployment.app() + "@" + environment);
        StatementChecks statements = statements(app, environment, deployment, create);
        checks.problems().forEach(statements::problem);
        MapTelling.Written written =
                telling.write(statements, Origin.DEPLOYMENT, known.actor(), now);
        takeBack(written, app, statements, deployment, now);
        Deployment kept =
                table.add(deployment(deployment, environment, now), deployment.key(), words);
        tell(kept);
        return kept;
    }

    private StatementChecks statements(
            AssetName app, String environment, NewDeployment deployment, boolean create) {
        StatementChecks checks = new StatementChecks(known, create);
        checks.asset(
                application.deployed(app, environment, deployment.version(), deployment.owner()));
        List<String> hosts = deployment.hosts().stream().distinct().toList();
        for (int i = 0; i < hosts.size(); i++) {
            host(app, environment, deployment, create, hosts.get(i), i, checks);
        }
        List<String> needed = Objects.requireNonNullElse(deployment.dependencies(), List.of());
        for (int i = 0; i < needed.size(); i++) {
            checks.relation(
                    new RelationStatement(
                            "dependencies." + i,
                            app.toString(),
                            RelationType.DEPENDS_ON,
                            needed.get(i),
                            null));
        }
        return checks;
    }

    private void host(
            AssetName app,
            String environment,
            NewDeployment deployment,
            boolean create,
            String host,
            int index,
            StatementChecks checks) {
        String place = HOSTS + "." + index;
        AssetName name = AssetName.of(AssetName.HOST + ":" + host).orElse(null);
        boolean there = name != null && known.visible(name).isPresent();
        if (create && name != null && !there && known.find(name).isEmpty()) {
            checks.asset(AssetStatement.bare(name, environment));
        }
        checks.relation(
                new RelationStatement(
                        place, app.toString(), RelationType.RUNS_ON, "host:" + host, HOSTS));
        if (name == null || !(there || create)) {
            return;
        }
        for (String program : deployment.programs()) {
            AssetName daemon = new AssetName(AssetName.DAEMON, program + "@" + host);
            if (AssetName.of(daemon.toString()).isEmpty()) {
                continue;
            }
            if (known.find(daemon).isEmpty()) {
                checks.asset(AssetStatement.bare(daemon, environment));
            }
            checks.relation(
                    new RelationStatement(
                            place, daemon.toString(), RelationType.RUNS_ON, name.toString(), null));
            checks.relation(
                    new RelationStatement(
                            place,
                            daemon.toString(),
                            RelationType.MEMBER_OF,
                            app.toString(),
                            program));
        }
    }

    /** What the deployment says to be no longer so, as far as deployments said it. */
    private void takeBack(
            MapTelling.Written written,
            AssetName app,
            StatementChecks checks,
            NewDeployment deployment,
            Instant now) {
        int number = written.entry(app).number();
        Set<RelationKey> said = new HashSet<>();
        checks.relations()
                .forEach(one ->
                        said.add(
                                new RelationKey(
                                        written.entry(one.source()).number(),
                                        one.type(),
                                        written.entry(one.target()).number())));
        List<RelationKey> over =
                rows.around(List.of(number), null).stream()
                        .filter(row -> row.state().told().containsKey(Origin.DEPLOYMENT))
                        .map(RelationRow::key)
                        .filter(key -> !said.contains(key))
                        .filter(key -> isReplaced(key, number, deployment))
                        .toList();
        if (!over.isEmpty()) {
            relations.takeBack(over, List.of(Origin.DEPLOYMENT), now);
        }
    }

    private static boolean isReplaced(RelationKey key, int app, NewDeployment deployment) {
        boolean needs = key.source() == app && key.type() == RelationType.DEPENDS_ON;
        return needs ? deployment.dependencies() != null : deployment.allHosts();
    }

    private Deployment deployment(NewDeployment told, String environment, Instant now) {
        return new Deployment(
                0,
                now,
                told.app(),
                environment,
                told.version(),
                told.hosts().stream().distinct().toList(),
                told.by() == null ? known.actor() : told.by(),
                told.tool(),
                told.run(),
                told.link(),
                told.parameters(),
                Objects.requireNonNullElse(told.dependencies(), List.of()),
                told.programs(),
                known.actor());
    }

    private void tell(Deployment kept) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("deployment", kept.id());
        detail.put("app", kept.app());
        put(detail, "version", kept.version());
        put(detail, "tool", kept.tool());
        put(detail, "link", kept.link());
        detail.put("by", kept.by());
        detail.put("hosts", kept.hosts().stream().limit(100).toList());
        String summary = summary(kept);
        application.tell(
                kept.asset(), kept.environment(), summary, detail, kept.hosts(), kept.run());
        known.audit("deployment.tell", kept.asset().toString(), kept.environment());
    }

    private static void put(Map<String, Object> detail, String key, @Nullable String value) {
        if (value != null) {
            detail.put(key, value);
        }
    }

    private static String summary(Deployment kept) {
        return kept.app()
                + (kept.version() == null ? "" : " " + kept.version())
                + " was deployed"
                + (kept.hosts().isEmpty() ? "" : " on " + TellingEvents.some(kept.hosts()))
                + " by "
                + kept.by()
                + (kept.tool() == null ? "" : " with " + kept.tool());
    }
}
