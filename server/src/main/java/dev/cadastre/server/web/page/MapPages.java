package dev.cadastre.server.web.page;

import dev.cadastre.api.Environment;
import dev.cadastre.api.map.AssetMap;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.search.QueryRefused;
import dev.cadastre.server.topology.impact.Impacts;
import dev.cadastre.server.topology.impact.Presumption;
import dev.cadastre.server.topology.reading.MapQuery;
import dev.cadastre.server.topology.reading.Maps;
import dev.cadastre.server.web.api.Environments;
import dev.cadastre.server.web.api.ImpactRecords;
import dev.cadastre.server.web.api.MapRecords;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The map, and what falls; drawn by a script, or told by tables without. */
@Controller
class MapPages {

    private static final int DRAWN = 5_000;
    private static final int TABLED = 1_000;
    private static final int FALLEN = 500;

    private final Maps maps;
    private final Impacts impacts;
    private final Environments environments;
    private final Permitted permitted;
    private final Frames frames;

    MapPages(
            Maps maps,
            Impacts impacts,
            Environments environments,
            Permitted permitted,
            Frames frames) {
        this.maps = maps;
        this.impacts = impacts;
        this.environments = environments;
        this.permitted = permitted;
        this.frames = frames;
    }

    @GetMapping("/map")
    ModelAndView map(
            HttpServletRequest request,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String environment,
            @RequestParam @Nullable String at,
            @RequestParam(defaultValue = "") String view) {
        Reach reach = permitted.read(Part.INVENTORY);
        Filter filter = new Filter(q, environment, at);
        MapTable table = null;
        List<String> faults = List.of();
        if (view.equals("table")) {
            try {
                table = MapTable.of(read(filter, reach), TABLED);
            } catch (QueryRefused refused) {
                table = new MapTable(List.of(), 0);
                faults =
                        refused.problems().stream()
                                .map(problem -> problem.render(refused.text()))
                                .toList();
            }
        }
        var page =
                new MapPage(
                        filter.text(),
                        Objects.requireNonNullElse(environment, ""),
                        at,
                        environments.all(null).stream().map(Environment::name).toList(),
                        filter.source(),
                        table,
                        permitted.mayAnywhere(Verb.WRITE, Part.TOPOLOGY),
                        faults);
        return View.of(
                "map/page",
                "frame",
                frames.of(request, "Map", "map", filter.source()),
                "page",
                page);
    }

    private record Filter(@Nullable String q, @Nullable String environment, @Nullable String at) {

        String text() {
            return Objects.requireNonNullElse(q, "");
        }

        /** Where the script finds the map; it adds the moment by itself. */
        String source() {
            return Links.to(
                    ApiPath.BASE + "/map",
                    "q",
                    q,
                    "environment",
                    environment,
                    "limit",
                    Integer.toString(DRAWN));
        }

        MapQuery query() {
            return new MapQuery(
                    List.of(), 1, filled(environment), filled(q), Moments.parse(at), DRAWN);
        }

        private static @Nullable String filled(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    private AssetMap read(Filter filter, Reach reach) {
        return MapRecords.map(maps.part(filter.query(), reach));
    }

    @GetMapping("/map/impact")
    ModelAndView impact(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") List<String> asset,
            @RequestParam @Nullable String at) {
        Reach reach = permitted.read(Part.INVENTORY);
        Instant moment = Moments.parse(at);
        List<String> down = asset.stream().filter(id -> !id.isBlank()).distinct().toList();
        var impact =
                down.isEmpty()
                        ? null
                        : ImpactRecords.impact(
                                impacts.of(
                                        new Presumption(down, List.of(), false, moment),
                                        FALLEN,
                                        reach));
        return View.of(
                "map/impact",
                "frame",
                frames.of(
                        request,
                        "What falls",
                        "map",
                        down.isEmpty()
                                ? null
                                : ApiPath.BASE
                                        + MapWording.toImpact(down).substring("/map".length())),
                "wording",
                frames.wording(),
                "page",
                new ImpactPage(impact, moment));
    }
}
