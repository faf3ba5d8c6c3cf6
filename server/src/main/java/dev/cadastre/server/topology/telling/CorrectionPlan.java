package dev.cadastre.server.topology.telling;

import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.keeping.AssetEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what a correction is about, and all that is wrong with it. Changes nothing. */
final class CorrectionPlan {

    private static final String CORRECT = "Correct it; nothing was changed.";

    private final MapKnowledge known;
    private final NewCorrection wanted;
    private final List<MapProblem> problems = new ArrayList<>();

    CorrectionPlan(MapKnowledge known, NewCorrection wanted) {
        this.known = known;
        this.wanted = wanted;
    }

    /**
     * What is to be put right.
     *
     * @param target null where it is about one asset
     */
    record Found(AssetEntry asset, @Nullable AssetEntry target, @Nullable String environment) {

        AssetEntry other() {
            if (target == null) {
                throw new IllegalStateException("One asset only");
            }
            return target;
        }
    }

    /**
     * What it is about.
     *
     * @throws MapRefused with all that is wrong
     */
    Found find() {
        AssetEntry asset = end("asset", wanted.asset());
        AssetEntry target = target();
        switch (wanted.kind()) {
            case CONFIRM, DENY -> relation();
            case MERGE -> merge(asset, target);
            case RENAME -> title();
            case OWNER -> owner(asset);
        }
        String wrong = WordRules.line(wanted.reason());
        if (wrong != null) {
            problem("correction.reason-wrong", "reason", wrong);
        }
        if (!problems.isEmpty() || asset == null) {
            throw new MapRefused(MapRefused.Reason.INVALID, problems);
        }
        return new Found(asset, target, environment(asset, target));
    }

    private @Nullable String environment(AssetEntry asset, @Nullable AssetEntry target) {
        RelationType type = wanted.type();
        if (target == null) {
            return asset.environment();
        }
        if (type != null) {
            return RelationChanges.environment(asset, type, target);
        }
        return asset.environment() == null ? target.environment() : asset.environment();
    }

    private @Nullable AssetEntry target() {
        boolean two = wanted.kind().ofRelation() || wanted.kind() == Correction.Kind.MERGE;
        String target = wanted.target();
        if (two && target == null) {
            problem("correction.target-wrong", "target", "It takes another asset.");
        } else if (!two && target != null) {
            problem("correction.target-wrong", "target", "It is about one asset only.");
        }
        return two && target != null ? end("target", target) : null;
    }

    private @Nullable AssetEntry end(String field, String id) {
        Optional<AssetEntry> asset = AssetName.of(id).flatMap(known::visible);
        if (asset.isEmpty()) {
            problems.add(
                    new MapProblem(
                            "asset.unknown",
                            field,
                            "There is no asset " + id + ".",
                            "Look for it at /api/v1/assets."));
        }
        return asset.orElse(null);
    }

    private void relation() {
        if (wanted.type() == null) {
            problem("correction.type-wrong", "type", "A relation has a type.");
        }
    }

    private void merge(@Nullable AssetEntry asset, @Nullable AssetEntry into) {
        if (asset == null || into == null) {
            return;
        }
        String wrong = unlike(asset, into);
        if (wrong != null) {
            problem("correction.merge-wrong", "target", wrong);
        }
    }

    /** What hosts report is theirs, so that it can be merged only where they go on telling it. */
    private static @Nullable String unlike(AssetEntry asset, AssetEntry into) {
        if (asset.number() == into.number()) {
            return "It is that one already.";
        }
        if (asset.is(AssetName.HOST) && asset.host() != 0) {
            return "Hosts that report are told apart by their reports; see /api/v1/conflicts.";
        }
        boolean stranger = asset.is(AssetName.EXTERNAL);
        boolean alike = asset.name().kind().equals(into.name().kind());
        if (asset.host() != 0) {
            return (alike && asset.host() == into.host())
                    ? null
                    : "What runs on a host can only be merged with its like on the same host.";
        }
        if (!stranger && !alike) {
            return "Only strangers can be merged with assets of another kind.";
        }
        return (into.host() == 0 || into.is(AssetName.HOST))
                ? null
                : "Merge it with the host, for what runs there is told by the host itself.";
    }

    private void title() {
        String wrong =
                wanted.value() == null ? "It takes a title." : WordRules.line(wanted.value());
        if (wrong != null) {
            problem("correction.value-wrong", "value", wrong);
        }
    }

    private void owner(@Nullable AssetEntry asset) {
        String team = wanted.value();
        if (team == null || !known.isTeam(team)) {
            problems.add(
                    new MapProblem(
                            "team.unknown",
                            "value",
                            team == null ? "It takes a team." : "There is no team " + team + ".",
                            "Tell of it first: PUT /api/v1/teams/NAME."));
        }
        if (asset != null) {
            known.declaredOwner(asset.name())
                    .ifPresent(line -> {
                        throw new MapRefused(
                                MapRefused.Reason.DECLARED,
                                "map.declared",
                                "Who answers for %s is stated in %s, line %d."
                                        .formatted(asset.name(), line.file(), line.line()),
                                "Edit that line; the server reads the file again when it is"
                                        + " saved.");
                    });
        }
    }

    private void problem(String code, String place, String message) {
        problems.add(new MapProblem(code, place, message, CORRECT));
    }
}
