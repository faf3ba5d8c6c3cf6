package dev.cadastre.server.monitoring.watching;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.defining.Definitions;
import dev.cadastre.server.monitoring.definition.Draft;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.topology.AssetLifecycle;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.telling.AssetChanges;
import dev.cadastre.server.topology.telling.AssetStatement;
import dev.cadastre.server.topology.telling.RelationChanges;
import dev.cadastre.server.topology.telling.RelationStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Things with a monitor each, whose results a test tells. */
@Component
public class ToldMonitors {

    private final Access access;
    private final AssetChanges assets;
    private final RelationChanges relations;
    private final Definitions definitions;
    private final Monitors monitors;
    private final Reachabilities reachabilities;

    ToldMonitors(
            Access access,
            AssetChanges assets,
            RelationChanges relations,
            Definitions definitions,
            Monitors monitors,
            Reachabilities reachabilities) {
        this.access = access;
        this.assets = assets;
        this.relations = relations;
        this.definitions = definitions;
        this.monitors = monitors;
        this.reachabilities = reachabilities;
    }

    /** Adds something with a monitor, whose first problem is certain, that tells if it works. */
    public void add(String asset) {
        AssetStatement said =
                new AssetStatement(
                        "", asset, null, null, AssetLifecycle.LIVE, Map.of(), Map.of(), null);
        access.asSystem(() -> {
            assets.put(List.of(said));
            definitions.add("works", new Draft(values(asset), List.of()), null);
        });
    }

    /** Adds something whose port is looked at once an hour, and when that is asked for. */
    public void addPort(String asset, int port) {
        AssetStatement said =
                new AssetStatement(
                        "", asset, null, null, AssetLifecycle.LIVE, Map.of(), Map.of(), null);
        Map<String, String> values =
                Map.of(
                        "asset", asset,
                        "kind", "tcp",
                        "interval", "1h",
                        "retries", "0",
                        "host", "127.0.0.1",
                        "port", Integer.toString(port));
        access.asSystem(() -> {
            assets.put(List.of(said));
            definitions.add("works", new Draft(values, List.of()), null);
        });
    }

    private static Map<String, String> values(String asset) {
        return Map.of("asset", asset, "kind", "passive", "retries", "0", "availability", "true");
    }

    /** Says that one needs another. */
    public void needs(String asset, String other) {
        RelationStatement said =
                new RelationStatement("items.0", asset, RelationType.DEPENDS_ON, other, null);
        access.asSystem(() -> {
            relations.put(List.of(said), false);
        });
    }

    /** Tells whether something works; returns what is thought of it then. */
    public Standing tell(String asset, MonitorState state) {
        int code = state == MonitorState.OK ? 0 : 2;
        access.asSystem(() ->
                monitors.tell(
                        List.of(
                                new ToldResult(
                                        monitor(asset).row().id(), PluginResult.of(code, ""))),
                        Reach.ALL));
        return standing(asset);
    }

    /** What is thought of something. */
    public Standing standing(String asset) {
        return monitor(asset).standing();
    }

    /** Has it found out what can be reached. */
    public void reach() {
        reachabilities.follow();
    }

    /** Switches the monitor of a thing on or off. */
    public void enable(String asset, boolean enabled) {
        long definition = monitor(asset).row().definition();
        Map<String, String> values = new HashMap<>(values(asset));
        values.put("enabled", Boolean.toString(enabled));
        access.asSystem(() ->
                definitions.change(definition, "works", new Draft(values, List.of()), null, null));
    }

    /** Has a thing no longer monitored. */
    public void remove(String asset) {
        long definition = monitor(asset).row().definition();
        access.asSystem(() -> definitions.remove(List.of(definition), null));
    }

    /** The id of a thing's monitor. */
    public long id(String asset) {
        return monitor(asset).row().id();
    }

    private Monitor monitor(String asset) {
        return monitors.find(new MonitorQuery(asset, null, null, null, Set.of(), 0, 1), Reach.ALL)
                .getFirst();
    }
}
