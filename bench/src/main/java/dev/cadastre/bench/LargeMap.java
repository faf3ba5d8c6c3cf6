package dev.cadastre.bench;

import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.graph.RelationVisitor;
import java.util.Random;

/**
 * An invented map, the same for the same number of systems. A system is 1,000 assets: 100 hosts in
 * 4 groups on 10 switches, two of which each host can use; 300 daemons in five tiers on them, each
 * with a service; 50 applications that run on either of two hosts; what they know of the world
 * outside; a team. A daemon connects to four services of the tiers below, two of which can stand in
 * for each other, and to five systems outside. One system in fifty is a platform: a daemon of any
 * other connects to one of the platforms' services, to some of them far more than to others. Half
 * of all assets need one service of the first platform. That makes 5,000 relations to a system.
 */
final class LargeMap {

    static final int SYSTEM = 1_000;

    private static final int HOSTS = 100;
    private static final int DAEMONS = 300;
    private static final int APPS = 50;
    private static final int SWITCHES = 10;
    private static final int GROUPS = 4;
    private static final int TIER = 60;

    private static final int FIRST_DAEMON = HOSTS;
    private static final int FIRST_SERVICE = FIRST_DAEMON + DAEMONS;
    private static final int FIRST_APP = FIRST_SERVICE + DAEMONS;
    private static final int FIRST_SWITCH = FIRST_APP + APPS;
    private static final int FIRST_GROUP = FIRST_SWITCH + SWITCHES;
    private static final int TEAM = FIRST_GROUP + GROUPS;
    private static final int FIRST_EXTERNAL = TEAM + 1;
    private static final int EXTERNALS = SYSTEM - FIRST_EXTERNAL;
    private static final int SYSTEMS_TO_A_PLATFORM = 50;

    /** What half of all assets need. */
    static final int HUB = 1 + FIRST_SERVICE;

    private final int systems;

    LargeMap(int systems) {
        this.systems = systems;
    }

    int assets() {
        return systems * SYSTEM;
    }

    /** Asset numbers are from 1 to this. */
    int asset(int system, int position) {
        return 1 + system * SYSTEM + position;
    }

    /** Shows all relations, of one system after the other. */
    void forEach(RelationVisitor visitor) {
        for (int system = 0; system < systems; system++) {
            new OneSystem(system, visitor).show();
        }
    }

    private int platforms() {
        return Math.max(1, systems / SYSTEMS_TO_A_PLATFORM);
    }

    private final class OneSystem {

        private final int number;
        private final RelationVisitor visitor;
        private final Random random;

        OneSystem(int number, RelationVisitor visitor) {
            this.number = number;
            this.visitor = visitor;
            this.random = new Random(number);
        }

        void show() {
            for (int host = 0; host < HOSTS; host++) {
                host(host);
            }
            for (int daemon = 0; daemon < DAEMONS; daemon++) {
                daemon(daemon);
            }
            for (int app = 0; app < APPS; app++) {
                app(FIRST_APP + app);
            }
        }

        private void host(int host) {
            int first = random.nextInt(SWITCHES);
            int second = (first + 1 + random.nextInt(SWITCHES - 1)) % SWITCHES;
            relate(host, RelationType.DEPENDS_ON, FIRST_SWITCH + first, 1);
            relate(host, RelationType.DEPENDS_ON, FIRST_SWITCH + second, 1);
            relate(host, RelationType.MEMBER_OF, FIRST_GROUP + host % GROUPS, 1);
            relate(host, RelationType.OWNED_BY, TEAM, 0);
            needHub(host);
        }

        private void daemon(int daemon) {
            int asset = FIRST_DAEMON + daemon;
            relate(asset, RelationType.RUNS_ON, daemon % HOSTS, 0);
            relate(asset, RelationType.PROVIDES, FIRST_SERVICE + daemon, 0);
            needHub(asset);
            int below = daemon / TIER * TIER;
            if (below > 0) {
                connect(asset, below);
            }
            // Those of the lowest tier have more to do with the world outside.
            int externals = (below > 0 ? 5 : 10) + (daemon % 6 == 0 ? 1 : 0);
            int first = random.nextInt(EXTERNALS);
            for (int i = 0; i < externals; i++) {
                int external = FIRST_EXTERNAL + (first + i * 17) % EXTERNALS;
                relate(asset, RelationType.CONNECTS_TO, external, below > 0 ? 0 : 1);
            }
        }

        private void connect(int asset, int below) {
            boolean isPlatform = number < platforms();
            int first = random.nextInt(below);
            for (int i = 0; i < (isPlatform ? 5 : 4); i++) {
                int service = FIRST_SERVICE + (first + i * 13) % below;
                relate(asset, RelationType.CONNECTS_TO, service, i < 2 ? 1 : 0);
            }
            if (!isPlatform) {
                double share = random.nextDouble();
                int service = FIRST_SERVICE + (int) (share * share * share * DAEMONS);
                int platform = random.nextInt(platforms());
                show(asset, RelationType.CONNECTS_TO, asset(platform, service), 0);
            }
        }

        private void app(int app) {
            int first = random.nextInt(HOSTS);
            relate(app, RelationType.RUNS_ON, first, 1);
            relate(app, RelationType.RUNS_ON, (first + 1) % HOSTS, 1);
            relate(app, RelationType.OWNED_BY, TEAM, 0);
            needHub(app);
            needHub(FIRST_SERVICE + DAEMONS - 1 - (app - FIRST_APP));
            int service = random.nextInt(DAEMONS);
            for (int i = 0; i < 6; i++) {
                relate(
                        app,
                        RelationType.DEPENDS_ON,
                        FIRST_SERVICE + (service + i * 7) % DAEMONS,
                        0);
            }
        }

        private void needHub(int position) {
            // What the hub itself needs must not need it.
            if (number > 0) {
                show(position, RelationType.DEPENDS_ON, HUB, 0);
            }
        }

        private void relate(int from, RelationType type, int to, int alternatives) {
            show(from, type, asset(number, to), alternatives);
        }

        private void show(int from, RelationType type, int to, int alternatives) {
            visitor.visit(asset(number, from), type, to, alternatives, true);
        }
    }
}
