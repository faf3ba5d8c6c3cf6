package dev.cadastre.server.topology.telling;

import dev.cadastre.server.topology.AssetLifecycle;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.keeping.Told;
import dev.cadastre.server.topology.keeping.ToldBook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is said of an application when it is deployed or taken back. In a turn. */
@Component
class ToldApplication {

    private static final String VERSION = "version";

    private final MapKnowledge known;
    private final ToldBook told;
    private final TellingEvents events;

    ToldApplication(MapKnowledge known, ToldBook told, TellingEvents events) {
        this.known = known;
        this.told = told;
        this.events = events;
    }

    /**
     * That it is live, in that version and of that owner, if there are such. What else is said of
     * it stays.
     */
    AssetStatement deployed(
            AssetName app, String environment, @Nullable String version, @Nullable String owner) {
        Told before = before(app);
        Map<String, String> attributes = new HashMap<>(before.attributes());
        if (version != null) {
            attributes.put(VERSION, version);
        }
        return statement(
                app,
                environment,
                before,
                AssetLifecycle.LIVE,
                attributes,
                owner == null ? before.owner() : owner);
    }

    /** That it is of that version, or of none. What else is said of it stays. */
    AssetStatement takenBack(AssetName app, String environment, @Nullable String version) {
        Told before = before(app);
        Map<String, String> attributes = new HashMap<>(before.attributes());
        attributes.remove(VERSION);
        if (version != null) {
            attributes.put(VERSION, version);
        }
        return statement(app, environment, before, before.lifecycle(), attributes, before.owner());
    }

    private Told before(AssetName app) {
        return known.find(app).map(entry -> told.of(entry.number())).orElse(Told.NOTHING);
    }

    private static AssetStatement statement(
            AssetName app,
            String environment,
            Told before,
            AssetLifecycle lifecycle,
            Map<String, String> attributes,
            @Nullable String owner) {
        return new AssetStatement(
                "",
                app.toString(),
                before.title(),
                environment,
                lifecycle,
                before.labels(),
                attributes,
                owner);
    }

    /** An event of it and of each host. */
    void tell(
            AssetName app,
            String environment,
            String summary,
            Map<String, Object> detail,
            List<String> hosts,
            @Nullable String run) {
        events.tell(app, environment, "deployment", summary, detail, run);
        for (String host : hosts) {
            AssetName asset = new AssetName(AssetName.HOST, host);
            events.tell(asset, environment, "deployment", summary, detail, run);
        }
    }
}
