package dev.cadastre.server.topology.telling;

import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.Origin;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.MapWriter;
import dev.cadastre.server.topology.keeping.NewAsset;
import dev.cadastre.server.topology.keeping.RelationKey;
import dev.cadastre.server.topology.keeping.Told;
import dev.cadastre.server.topology.keeping.ToldAddresses;
import dev.cadastre.server.topology.keeping.ToldBook;
import dev.cadastre.server.topology.keeping.ToldTable;
import dev.cadastre.server.topology.telling.StatementChecks.Between;
import dev.cadastre.server.topology.telling.StatementChecks.Placed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what was said of the map and checked. In a turn. */
@Component
class MapTelling {

    private final MapKnowledge known;
    private final MapWriter writer;
    private final ToldTable table;
    private final ToldBook told;
    private final ToldRelations relations;
    private final Absorption absorption;

    MapTelling(
            MapKnowledge known,
            MapWriter writer,
            ToldTable table,
            ToldBook told,
            ToldRelations relations,
            Absorption absorption) {
        this.known = known;
        this.writer = writer;
        this.table = table;
        this.told = told;
        this.relations = relations;
        this.absorption = absorption;
    }

    /**
     * What was written.
     *
     * @param entries all assets that were spoken of
     * @param created those that were not there before
     * @param changed those of which something else is said than before
     */
    record Written(
            Map<AssetName, AssetEntry> entries,
            List<AssetName> created,
            List<AssetName> changed,
            boolean relationsChanged) {

        AssetEntry entry(AssetName name) {
            return Objects.requireNonNull(entries.get(name), () -> "No asset " + name);
        }
    }

    /**
     * Writes it.
     *
     * @throws MapRefused with all that is wrong, and nothing is written
     */
    Written write(StatementChecks checks, Origin origin, String by, Instant now) {
        checks.require();
        List<AssetName> created =
                checks.assets().keySet().stream()
                        .filter(name -> known.find(name).isEmpty())
                        .toList();
        Map<AssetName, AssetEntry> entries = entries(checks, created, now);
        List<AssetName> changed = say(checks.assets(), entries, by, now);
        Map<RelationKey, String> said = new LinkedHashMap<>();
        for (Between between : checks.relations()) {
            String alternatives = between.alternatives();
            said.put(key(between, entries), alternatives == null ? "" : alternatives);
        }
        return new Written(entries, created, changed, relations.say(said, origin, by, now));
    }

    private static RelationKey key(Between between, Map<AssetName, AssetEntry> entries) {
        return new RelationKey(
                Objects.requireNonNull(entries.get(between.source())).number(),
                between.type(),
                Objects.requireNonNull(entries.get(between.target())).number());
    }

    private Map<AssetName, AssetEntry> entries(
            StatementChecks checks, List<AssetName> created, Instant now) {
        Map<AssetName, AssetEntry> entries = new HashMap<>();
        List<AssetEntry> moved = new ArrayList<>();
        checks.assets()
                .forEach((name, placed) ->
                        known.find(name)
                                .ifPresent(entry ->
                                        entries.put(
                                                name, placed(entry, placed.environment(), moved))));
        writer.rename(moved);
        List<NewAsset> fresh =
                created.stream()
                        .map(name -> fresh(name, Objects.requireNonNull(checks.assets().get(name))))
                        .toList();
        writer.add(fresh, now).forEach(entry -> entries.put(entry.name(), entry));
        for (Between between : checks.relations()) {
            known.find(between.source()).ifPresent(one -> entries.putIfAbsent(one.name(), one));
            known.find(between.target()).ifPresent(one -> entries.putIfAbsent(one.name(), one));
        }
        return entries;
    }

    private static AssetEntry placed(
            AssetEntry entry, @Nullable String environment, List<AssetEntry> moved) {
        if (entry.host() != 0 || Objects.equals(entry.environment(), environment)) {
            return entry;
        }
        AssetEntry other =
                new AssetEntry(
                        entry.number(),
                        entry.name(),
                        environment,
                        entry.host(),
                        entry.firstSeen(),
                        entry.seen());
        moved.add(other);
        return other;
    }

    private NewAsset fresh(AssetName name, Placed placed) {
        int host =
                StatementChecks.onHost(name)
                        ? StatementChecks.hostOf(name)
                                .flatMap(known::find)
                                .map(AssetEntry::host)
                                .orElse(0)
                        : 0;
        return new NewAsset(name, placed.environment(), host);
    }

    private List<AssetName> say(
            Map<AssetName, Placed> assets,
            Map<AssetName, AssetEntry> entries,
            String by,
            Instant now) {
        List<AssetName> changed = new ArrayList<>();
        Map<Integer, Told> said = new LinkedHashMap<>();
        List<Runnable> then = new ArrayList<>();
        assets.forEach((name, placed) -> {
            AssetEntry entry = Objects.requireNonNull(entries.get(name));
            Told before = told.of(entry.number());
            Told after = words(placed.said(), before, by);
            if (!sameWords(before, after)) {
                said.put(entry.number(), after);
                changed.add(name);
                then.add(() -> addresses(entry, before, after, now));
            }
        });
        table.put(said, now);
        then.forEach(Runnable::run);
        return changed;
    }

    private static Told words(AssetStatement said, Told before, String by) {
        return new Told(
                said.title(),
                said.lifecycle(),
                said.labels(),
                said.attributes(),
                said.owner(),
                by,
                before.corrected(),
                before.correctedTitle(),
                before.correctedOwner());
    }

    /** Who repeats what another said changes nothing. */
    private static boolean sameWords(Told before, Told after) {
        return before.stands()
                && !before.by().isEmpty()
                && Objects.equals(before.title(), after.title())
                && before.lifecycle() == after.lifecycle()
                && before.labels().equals(after.labels())
                && before.attributes().equals(after.attributes())
                && Objects.equals(before.owner(), after.owner());
    }

    /** Strangers with the asset's addresses are it; what it gave up are strangers again. */
    private void addresses(AssetEntry asset, Told before, Told after, Instant now) {
        Set<AssetName> owned = new HashSet<>(ToldAddresses.of(after));
        if (owned.equals(new HashSet<>(ToldAddresses.of(before)))) {
            return;
        }
        owned.forEach(address ->
                known.find(address).ifPresent(gone -> absorption.absorb(gone, asset, now)));
        absorption.lookAgain(absorption.around(List.of(asset)));
    }
}
