package dev.cadastre.server.web.page;

import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.Correction;
import dev.cadastre.api.map.Relation;
import dev.cadastre.api.map.RelationType;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.topology.UnknownAsset;
import dev.cadastre.server.topology.reading.Assets;
import dev.cadastre.server.topology.reading.Maps;
import dev.cadastre.server.web.api.MapRecords;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.ToldMapChanges;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A relation of the map: who says so, and what people put right. */
@Controller
@RequestMapping("/map/relation")
class RelationPages {

    private final Maps maps;
    private final Assets assets;
    private final MapForms forms;
    private final ToldMapChanges changes;
    private final Permitted permitted;
    private final Frames frames;

    RelationPages(
            Maps maps,
            Assets assets,
            MapForms forms,
            ToldMapChanges changes,
            Permitted permitted,
            Frames frames) {
        this.maps = maps;
        this.assets = assets;
        this.forms = forms;
        this.changes = changes;
        this.permitted = permitted;
        this.frames = frames;
    }

    /** The ends and type of a relation, as addresses and forms have them. */
    record Edge(String source, RelationType type, String target) {

        String path() {
            return MapWording.toRelation(source, type, target);
        }
    }

    @GetMapping
    ModelAndView relation(
            HttpServletRequest request,
            @RequestParam String source,
            @RequestParam RelationType type,
            @RequestParam String target,
            @RequestParam @Nullable String at) {
        Edge edge = new Edge(source, type, target);
        return page(request, edge, Moments.parse(at), CorrectionForm.EMPTY, FormFaults.NONE);
    }

    @PostMapping("/correct")
    ModelAndView correct(
            HttpServletRequest request,
            @RequestParam String source,
            @RequestParam RelationType type,
            @RequestParam String target,
            @RequestParam Correction.Kind kind,
            @ModelAttribute CorrectionForm form) {
        permitted.reach(Verb.WRITE, Part.TOPOLOGY);
        Edge edge = new Edge(source, type, target);
        try {
            changes.correct(form.of(kind, source, type, target));
            return View.redirect(edge.path());
        } catch (ProblemException refused) {
            var faults = FormFaults.of(refused, CorrectionForm::field);
            return page(request, edge, null, form, faults);
        }
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @RequestParam String source,
            @RequestParam RelationType type,
            @RequestParam String target,
            @RequestParam long correction) {
        changes.withdraw(correction);
        return onward(new Edge(source, type, target));
    }

    @PostMapping("/remove")
    ModelAndView remove(
            @RequestParam String source,
            @RequestParam RelationType type,
            @RequestParam String target) {
        changes.separate(source, type, target);
        return onward(new Edge(source, type, target));
    }

    /** To the relation, or to where it started from if it is no longer on the map. */
    private ModelAndView onward(Edge edge) {
        boolean there = find(edge, null, permitted.read(Part.INVENTORY)) != null;
        return View.redirect(there ? edge.path() : MapWording.toAsset(edge.source()));
    }

    private @Nullable Relation find(Edge edge, @Nullable Instant at, Reach reach) {
        return maps.relations(edge.source(), at, reach).stream()
                .map(MapRecords::relation)
                .filter(relation ->
                        relation.source().equals(edge.source())
                                && relation.type() == edge.type()
                                && relation.target().equals(edge.target()))
                .findFirst()
                .orElse(null);
    }

    private ModelAndView page(
            HttpServletRequest request,
            Edge edge,
            @Nullable Instant at,
            CorrectionForm form,
            FormFaults faults) {
        Reach reach = permitted.read(Part.INVENTORY);
        Asset source = asset(edge.source(), at, reach);
        Asset target = asset(edge.target(), at, reach);
        Relation relation = find(edge, at, reach);
        if (relation == null) {
            throw new ProblemException(
                    ProblemKind.MAP_UNKNOWN,
                    "Nothing says that %s %s %s."
                            .formatted(source.id(), MapWording.says(edge.type()), target.id()),
                    "See what has to do with each of them on its page.");
        }
        return faults.answered(
                View.of(
                        "map/relation",
                        "frame",
                        frames.of(
                                request,
                                MapWording.name(source) + " and " + MapWording.name(target),
                                "map",
                                Links.to(
                                        ApiPath.BASE + "/assets/" + source.id() + "/relations",
                                        "at",
                                        at == null ? null : at.toString())),
                        "wording",
                        frames.wording(),
                        "page",
                        new RelationPage(
                                relation,
                                source,
                                target,
                                forms.inForce(relation),
                                at == null && forms.writer(changed(relation, source, target)),
                                form.reason(),
                                faults,
                                at)));
    }

    private Asset asset(String id, @Nullable Instant at, Reach reach) {
        return assets.named(id, at, reach)
                .map(MapRecords::asset)
                .orElseThrow(() -> new UnknownAsset(id));
    }

    /** Where a relation changes something: where that is which needs the other end. */
    private static @Nullable String changed(Relation relation, Asset source, Asset target) {
        boolean back = target.id().equals(AssetNeighbours.dependent(relation));
        return back ? target.environment() : source.environment();
    }
}
