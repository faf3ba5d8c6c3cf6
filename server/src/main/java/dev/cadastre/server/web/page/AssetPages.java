package dev.cadastre.server.web.page;

import dev.cadastre.api.TimelineEvent;
import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.AssetMap;
import dev.cadastre.api.map.Correction;
import dev.cadastre.api.map.Relation;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineQuery;
import dev.cadastre.server.topology.UnknownAsset;
import dev.cadastre.server.topology.reading.Assets;
import dev.cadastre.server.topology.reading.MapQuery;
import dev.cadastre.server.topology.reading.Maps;
import dev.cadastre.server.web.api.MapRecords;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.TimelineRecords;
import dev.cadastre.server.web.api.ToldMapChanges;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An asset of the map: what it needs, who needs it, whom to call, and what people put right. */
@Controller
class AssetPages {

    private static final String PATH = "/map/{id}";
    private static final int BESIDE = 400;
    private static final int EVENTS = 8;

    private final Maps maps;
    private final Assets assets;
    private final Timeline timeline;
    private final TimelineRecords events;
    private final MonitorTab monitors;
    private final MapForms forms;
    private final ToldMapChanges changes;
    private final Permitted permitted;
    private final Frames frames;

    AssetPages(
            Maps maps,
            Assets assets,
            Timeline timeline,
            TimelineRecords events,
            MonitorTab monitors,
            MapForms forms,
            ToldMapChanges changes,
            Permitted permitted,
            Frames frames) {
        this.maps = maps;
        this.assets = assets;
        this.timeline = timeline;
        this.events = events;
        this.monitors = monitors;
        this.forms = forms;
        this.changes = changes;
        this.permitted = permitted;
        this.frames = frames;
    }

    @GetMapping(PATH)
    ModelAndView asset(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam @Nullable String at) {
        return page(
                request,
                id,
                Moments.parse(at),
                CorrectionForm.EMPTY,
                LinkForm.EMPTY,
                FormFaults.NONE);
    }

    @PostMapping(PATH + "/correct")
    ModelAndView correct(
            HttpServletRequest request,
            @PathVariable String id,
            @ModelAttribute CorrectionForm form) {
        permitted.reach(Verb.WRITE, Part.TOPOLOGY);
        Correction.Kind kind = form.kind();
        if (kind == null) {
            throw new ProblemException(
                    ProblemKind.PARAMETERS_BAD,
                    "The form does not say what to put right.",
                    "Go back to the page of " + id + ".");
        }
        try {
            changes.correct(form.of(kind, id));
            boolean merged = kind == Correction.Kind.MERGE;
            return View.redirect(MapWording.toAsset(merged ? form.into() : id));
        } catch (ProblemException refused) {
            var faults = FormFaults.of(refused, CorrectionForm::field);
            return page(request, id, null, form, LinkForm.EMPTY, faults);
        }
    }

    @PostMapping(PATH + "/withdraw")
    ModelAndView withdraw(@PathVariable String id, @RequestParam long correction) {
        changes.withdraw(correction);
        return View.redirect(MapWording.toAsset(id));
    }

    @PostMapping(PATH + "/relate")
    ModelAndView relate(
            HttpServletRequest request, @PathVariable String id, @ModelAttribute LinkForm form) {
        permitted.reach(Verb.WRITE, Part.TOPOLOGY);
        try {
            changes.relate(form.of(id), false);
            return View.redirect(MapWording.toAsset(id));
        } catch (ProblemException refused) {
            var faults = FormFaults.of(refused, AssetForm::field);
            return page(request, id, null, CorrectionForm.EMPTY, form, faults);
        }
    }

    @PostMapping(PATH + "/remove")
    ModelAndView remove(@PathVariable String id) {
        changes.remove(id);
        return View.redirect("/map");
    }

    private ModelAndView page(
            HttpServletRequest request,
            String id,
            @Nullable Instant at,
            CorrectionForm correction,
            LinkForm link,
            FormFaults faults) {
        Reach reach = permitted.read(Part.INVENTORY);
        Asset asset =
                assets.named(id, at, reach)
                        .map(MapRecords::asset)
                        .orElseThrow(() -> new UnknownAsset(id));
        return faults.answered(
                View.of(
                        "map/asset",
                        "frame",
                        frames.of(
                                request,
                                MapWording.name(asset),
                                "map",
                                Links.to(
                                        ApiPath.BASE + "/assets/" + id,
                                        "at",
                                        at == null ? null : at.toString())),
                        "wording",
                        frames.wording(),
                        "page",
                        new AssetPage(
                                asset,
                                AssetNeighbours.of(id, around(id, at, reach)),
                                at == null ? monitors.ofAsset(id) : List.of(),
                                events(asset, at),
                                at,
                                forms.work(asset, at, correction, link, faults))));
    }

    /** Two steps around an asset; of its own relations every evidence is told. */
    private AssetMap around(String id, @Nullable Instant at, Reach reach) {
        AssetMap map =
                MapRecords.map(
                        maps.part(new MapQuery(List.of(id), 2, null, null, at, BESIDE), reach));
        Stream<Relation> own = maps.relations(id, at, reach).stream().map(MapRecords::relation);
        Stream<Relation> others =
                map.relations().stream()
                        .filter(relation ->
                                !relation.source().equals(id) && !relation.target().equals(id));
        return new AssetMap(
                map.format(),
                map.at(),
                map.assets(),
                Stream.concat(own, others).toList(),
                map.omitted());
    }

    /** What happened to it, and to the host that it is on. */
    private List<TimelineEvent> events(Asset asset, @Nullable Instant at) {
        Reach reach = permitted.read(Part.TIMELINE);
        List<String> names = new ArrayList<>(List.of(asset.id()));
        String host = AssetPage.host(asset);
        if (host != null && !asset.kind().equals("host")) {
            names.add("host:" + host);
        }
        return names.stream()
                .flatMap(name ->
                        timeline
                                .find(
                                        new TimelineQuery(
                                                reach.environments(), name, at, null, EVENTS))
                                .stream())
                .map(events::event)
                .sorted((a, b) -> b.at().compareTo(a.at()))
                .limit(EVENTS)
                .toList();
    }
}
