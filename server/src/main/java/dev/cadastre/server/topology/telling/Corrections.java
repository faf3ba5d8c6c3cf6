package dev.cadastre.server.topology.telling;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.MapTurn;
import dev.cadastre.server.topology.keeping.RelationState;
import dev.cadastre.server.topology.keeping.ToldBook;
import dev.cadastre.server.topology.keeping.ToldTable;
import dev.cadastre.server.topology.telling.CorrectionTable.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people put right of the map. It holds against all that is seen or said later, is shown as
 * such, and lasts until it is withdrawn. A new correction of the same thing takes the place of the
 * one before. Thread-safe.
 */
@NamedInterface("telling")
@Service
public class Corrections {

    private final MapTurn turn;
    private final MapKnowledge known;
    private final CorrectionTable table;
    private final ToldTable toldTable;
    private final ToldBook told;
    private final ToldRelations relations;
    private final Absorption absorption;
    private final AssetBook book;
    private final TellingEvents events;
    private final Clock clock;

    Corrections(
            MapTurn turn,
            MapKnowledge known,
            CorrectionTable table,
            ToldTable toldTable,
            ToldBook told,
            ToldRelations relations,
            Absorption absorption,
            AssetBook book,
            TellingEvents events,
            Clock clock) {
        this.turn = turn;
        this.known = known;
        this.table = table;
        this.toldTable = toldTable;
        this.told = told;
        this.relations = relations;
        this.absorption = absorption;
        this.book = book;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Those that may be seen, newest first.
     *
     * @param asset only those about it; null for all
     * @param withdrawn whether withdrawn ones are among them
     * @param before only those with a smaller id, for the next page; null for the first
     */
    @Transactional(readOnly = true)
    public List<Correction> find(
            @Nullable String asset,
            boolean withdrawn,
            @Nullable Long before,
            int limit,
            Reach reach) {
        return table.page(asset, withdrawn, before, limit, reach);
    }

    /**
     * Puts something right. Takes writing in the environment of the asset, of a relation in that of
     * what needs the other end.
     *
     * @throws MapRefused if that cannot be, with all that is wrong
     */
    public Correction make(NewCorrection wanted) {
        return turn.take(() -> {
            CorrectionPlan.Found found = new CorrectionPlan(known, wanted).find();
            known.requireWrite(found.environment());
            Instant now = now();
            replaced(wanted, found)
                    .forEach(row -> table.withdraw(row.correction().id(), known.actor(), now));
            AssetEntry target = found.target();
            long id =
                    table.add(
                            wanted.kind(),
                            found.asset().number(),
                            wanted.kind().ofRelation() ? wanted.type() : null,
                            target == null ? null : target.number(),
                            wanted.value(),
                            wanted.reason(),
                            known.actor(),
                            now);
            Row row = table.find(id).orElseThrow();
            apply(row, found, now);
            tell(row.correction(), "correction." + word(row), sentence(row.correction()));
            return row.correction();
        });
    }

    private List<Row> replaced(NewCorrection wanted, CorrectionPlan.Found found) {
        AssetEntry target = found.target();
        return table.inForce(found.asset().number()).stream()
                .filter(row ->
                        wanted.kind().ofRelation()
                                ? row.correction().kind().ofRelation()
                                        && row.correction().type() == wanted.type()
                                        && target != null
                                        && row.target() == target.number()
                                : row.correction().kind() == wanted.kind())
                .toList();
    }

    private void apply(Row row, CorrectionPlan.Found found, Instant now) {
        switch (row.correction().kind()) {
            case CONFIRM -> judge(row, RelationState.Verdict.CONFIRMED, now);
            case DENY -> judge(row, RelationState.Verdict.DENIED, now);
            case MERGE -> absorption.absorb(found.asset(), found.other(), now);
            case RENAME, OWNER -> words(found.asset(), now);
        }
    }

    private void judge(Row row, RelationState.Verdict verdict, Instant now) {
        if (!relations.judge(row.key(), verdict, now)) {
            throw new MapRefused(
                    MapRefused.Reason.UNKNOWN,
                    "relation.unknown",
                    "The map has no relation %s.".formatted(edge(row.correction())),
                    "Say that there is one: PUT /api/v1/relations.");
        }
    }

    /** Makes an asset's words those that corrections in force say. */
    private void words(AssetEntry asset, Instant now) {
        List<Correction> all =
                table.inForce(asset.number()).stream()
                        .map(Row::correction)
                        .filter(one ->
                                one.kind() == Correction.Kind.RENAME
                                        || one.kind() == Correction.Kind.OWNER)
                        .toList();
        String sentences = all.stream().map(Corrections::sentence).collect(Collectors.joining(" "));
        toldTable.put(
                Map.of(
                        asset.number(),
                        told.of(asset.number())
                                .with(
                                        sentences.isEmpty() ? null : sentences,
                                        value(all, Correction.Kind.RENAME),
                                        value(all, Correction.Kind.OWNER))),
                now);
    }

    private static @Nullable String value(List<Correction> all, Correction.Kind kind) {
        return all.stream()
                .filter(one -> one.kind() == kind)
                .map(Correction::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * Takes a correction back; what is seen and said holds again.
     *
     * @throws MapRefused if there is none in force, or none that may be seen
     */
    public Correction withdraw(long id, Reach reach) {
        return turn.take(() -> {
            Row row =
                    table.find(id)
                            .filter(one -> one.correction().withdrawnAt() == null)
                            .filter(one -> visible(one.correction(), reach))
                            .orElseThrow(() -> unknown(id));
            known.requireWrite(environment(row));
            Instant now = now();
            table.withdraw(id, known.actor(), now);
            undo(row, now);
            tell(
                    row.correction(),
                    "correction.withdrawn",
                    "%s withdrew: %s".formatted(known.actor(), sentence(row.correction())));
            return table.find(id).orElseThrow().correction();
        });
    }

    private static boolean visible(Correction correction, Reach reach) {
        String environment = correction.environment();
        return environment == null ? reach.environments() == null : reach.covers(environment);
    }

    private @Nullable String environment(Row row) {
        AssetEntry asset = book.find(row.asset());
        AssetEntry target = row.target() == 0 ? null : book.find(row.target());
        RelationType type = row.correction().type();
        if (type != null && asset != null && target != null) {
            return RelationChanges.environment(asset, type, target);
        }
        String own = row.correction().environment();
        return own == null && target != null ? target.environment() : own;
    }

    private void undo(Row row, Instant now) {
        Optional<AssetEntry> asset = Optional.ofNullable(book.find(row.asset()));
        switch (row.correction().kind()) {
            case CONFIRM, DENY -> relations.judge(row.key(), null, now);
            case MERGE -> {
                AssetEntry into = book.find(row.target());
                absorption.lookAgain(into == null ? Set.of() : absorption.around(List.of(into)));
            }
            case RENAME, OWNER -> asset.ifPresent(one -> words(one, now));
        }
    }

    private static MapRefused unknown(long id) {
        return new MapRefused(
                MapRefused.Reason.UNKNOWN,
                "correction.unknown",
                "No correction %d is in force.".formatted(id),
                "Those that are, are listed at /api/v1/corrections.");
    }

    private void tell(Correction correction, String kind, String summary) {
        events.tell(
                correction.asset(),
                correction.environment(),
                kind,
                summary,
                Map.of("correction", correction.id(), "by", known.actor()),
                null);
        known.audit(kind, correction.asset().toString(), correction.environment());
    }

    private static String word(Row row) {
        return switch (row.correction().kind()) {
            case CONFIRM -> "confirmed";
            case DENY -> "denied";
            case MERGE -> "merged";
            case RENAME -> "renamed";
            case OWNER -> "owner";
        };
    }

    private static String sentence(Correction one) {
        String what =
                switch (one.kind()) {
                    case CONFIRM -> "confirmed that " + edge(one);
                    case DENY -> "denied that " + edge(one);
                    case MERGE -> "said that %s is %s".formatted(one.asset(), one.target());
                    case RENAME -> "named %s “%s”".formatted(one.asset(), one.value());
                    case OWNER -> "said that %s answers for %s".formatted(one.value(), one.asset());
                };
        String reason = one.reason();
        return one.madeBy() + " " + what + (reason == null ? "." : ": " + reason);
    }

    private static String edge(Correction one) {
        RelationType type = one.type();
        return "%s %s %s"
                .formatted(
                        one.asset(),
                        type == null ? "?" : type.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        one.target());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
