package dev.cadastre.server.change.apps;

import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.definition.TestDefinition;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.apps.AppWatch.Watched;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.monitoring.TestText;
import dev.cadastre.server.monitoring.defining.Definitions;
import dev.cadastre.server.monitoring.definition.Draft;
import dev.cadastre.server.monitoring.keeping.DefinitionRow;
import dev.cadastre.server.parcels.KeptParcel;
import dev.cadastre.server.parcels.app.AppChanged;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.parcels.app.AppRevision;
import dev.cadastre.server.parcels.app.AppState;
import dev.cadastre.server.parcels.app.Apps;
import dev.cadastre.server.parcels.app.TaskValues;
import dev.cadastre.server.parcels.repository.Parcels;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Has the tests and monitors of each app watched, as long as it is there. */
@Component
class AppMonitors {

    private static final Logger log = LoggerFactory.getLogger(AppMonitors.class);
    private static final int LONGEST = 500;

    private final Apps apps;
    private final Parcels parcels;
    private final Definitions definitions;
    private final AppMonitorTable table;
    private final Timeline timeline;

    AppMonitors(
            Apps apps,
            Parcels parcels,
            Definitions definitions,
            AppMonitorTable table,
            Timeline timeline) {
        this.apps = apps;
        this.parcels = parcels;
        this.definitions = definitions;
        this.table = table;
        this.timeline = timeline;
    }

    /** What no two definitions have in common. */
    private record Key(String name, String asset) {
        static Key of(String name, Draft draft) {
            return new Key(name, draft.value(Draft.ASSET).orElse(""));
        }
    }

    /** Before the app's assets leave the map, of which monitors are. */
    @Order(0)
    @EventListener
    void changed(AppChanged changed) {
        AppRevision revision = changed.revision();
        Map<Key, Watched> wanted = new LinkedHashMap<>();
        if (revision.state() == AppState.CURRENT) {
            watched(revision).forEach(one -> wanted.put(Key.of(one.name(), one.draft()), one));
        }
        Map<Key, DefinitionRow> there = there(changed.app());
        List<Long> over = new ArrayList<>();
        there.forEach((key, row) -> {
            if (!wanted.containsKey(key)) {
                over.add(row.id());
            }
        });
        remove(changed.app(), over);
        wanted.forEach((key, one) -> put(changed.app(), one, Optional.ofNullable(there.get(key))));
    }

    private List<Watched> watched(AppRevision revision) {
        TaskValues values = apps.valuesOf(revision.id());
        KeptParcel kept =
                parcels.find(revision.parcel().name(), revision.parcel().version()).orElse(null);
        if (kept == null) {
            return List.of();
        }
        try {
            ParcelArtefact artefact = parcels.open(kept);
            AppWatch watch =
                    new AppWatch(
                            revision.app().name(),
                            artefact.contents().definition(),
                            tests(artefact),
                            values.secrets());
            return revision.hosts().stream()
                    .flatMap(host ->
                            watch
                                    .on(
                                            host,
                                            values.byHost().getOrDefault(host, Map.of()),
                                            (name, why) -> unwatched(revision.app(), name, why))
                                    .stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The parcel %s cannot be read".formatted(revision.parcel()), e);
        }
    }

    private static Map<String, String> tests(ParcelArtefact artefact) throws IOException {
        Collection<TestDefinition> all = artefact.contents().definition().tests().values();
        Map<String, String> texts = new HashMap<>();
        for (TestDefinition test : all) {
            artefact.read(test.file(), TestText.MOST_BYTES)
                    .ifPresent(bytes ->
                            texts.put(test.name(), new String(bytes, StandardCharsets.UTF_8)));
        }
        return texts;
    }

    private Map<Key, DefinitionRow> there(AppName app) {
        Map<Key, DefinitionRow> there = new HashMap<>();
        for (long id : table.of(app)) {
            definitions
                    .find(id, Reach.ALL)
                    .ifPresentOrElse(
                            row -> there.put(Key.of(row.name(), row.draft()), row),
                            () -> table.remove(List.of(id)));
        }
        return there;
    }

    private void remove(AppName app, List<Long> over) {
        if (over.isEmpty()) {
            return;
        }
        try {
            definitions.remove(over, "%s has them no longer".formatted(app));
            table.remove(over);
        } catch (MonitorRefused e) {
            log.warn("Monitors of {} stay: {}", app, e.getMessage());
        }
    }

    /** One that is refused, as somebody else's has its name, is none the worse for the others. */
    private void put(AppName app, Watched one, Optional<DefinitionRow> there) {
        String reason = "%s brings it".formatted(app);
        try {
            if (there.isEmpty()) {
                table.add(app, definitions.add(one.name(), one.draft(), reason).id());
            } else if (!there.get().draft().equals(one.draft())) {
                definitions.change(there.get().id(), one.name(), one.draft(), null, reason);
            }
        } catch (MonitorRefused e) {
            unwatched(app, one.name(), String.valueOf(e.getMessage()));
        }
    }

    /** Whoever relies on it is to learn that it is not watched. */
    private void unwatched(AppName app, String name, String reason) {
        String summary = "%s is not watched by %s: %s".formatted(app, name, reason);
        String line = summary.replaceAll("\\p{Cntrl}+", " ");
        timeline.append(
                new NewEvent(
                        app.asset().toString(),
                        app.environment(),
                        "app",
                        line.length() <= LONGEST ? line : line.substring(0, LONGEST),
                        "{}",
                        NewEvent.SYSTEM));
    }
}
