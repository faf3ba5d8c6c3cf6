package dev.cadastre.server.web.api.exchange;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.topology.reading.MapAsset;
import dev.cadastre.server.topology.reading.MapExports;
import dev.cadastre.server.topology.reading.MapRelation;
import dev.cadastre.server.topology.reading.Maps;
import dev.cadastre.server.topology.reading.PartOfMap;
import dev.cadastre.server.topology.reading.WholeMap;
import dev.cadastre.server.web.api.MapFormat;
import dev.cadastre.server.web.api.MapParameters;
import dev.cadastre.server.web.api.MapRecords;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Parameters;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** The map in the forms of other tools, and all of it at once; docs/formats/map.md describes it. */
@RestController
@RequestMapping(ApiPath.BASE + "/map")
class MapTextController {

    private final Maps maps;
    private final MapExports exports;
    private final MapTexts texts;
    private final Permitted permitted;

    MapTextController(Maps maps, MapExports exports, MapTexts texts, Permitted permitted) {
        this.maps = maps;
        this.exports = exports;
        this.texts = texts;
        this.permitted = permitted;
    }

    @Parameters
    record ExportParameters(@Nullable Instant at, @Nullable MapFormat format) {

        MapFormat formatOr(MapFormat usual) {
            return format == null ? usual : format;
        }
    }

    /** All assets, then all relations, however many there are: as JSON, ndjson, dot or mermaid. */
    @GetMapping("/export")
    void export(
            ExportParameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        export(parameters.at(), parameters.formatOr(MapFormat.JSON), request, response);
    }

    /** The same, asked for by media type. */
    @Hidden
    @GetMapping(path = "/export", produces = NdjsonWriter.MEDIA_TYPE)
    void exportLines(
            ExportParameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        export(parameters.at(), parameters.formatOr(MapFormat.NDJSON), request, response);
    }

    private void export(
            @Nullable Instant at,
            MapFormat format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        WholeMap whole = exports.whole(at, permitted.read(Part.TOPOLOGY));
        // It would keep all of the answer in memory.
        ShallowEtagHeaderFilter.disableContentCaching(request);
        MapText text = texts.to(response, format);
        text.begin(whole.at());
        List<MapAsset> assets = whole.nextAssets();
        while (!assets.isEmpty()) {
            for (MapAsset asset : assets) {
                text.asset(MapRecords.asset(asset));
            }
            assets = whole.nextAssets();
        }
        List<MapRelation> relations = whole.nextRelations();
        while (!relations.isEmpty()) {
            for (MapRelation relation : relations) {
                text.relation(MapRecords.relation(relation));
            }
            relations = whole.nextRelations();
        }
        text.end(0);
    }

    /** A part of the map, for Graphviz. */
    @Hidden
    @GetMapping(params = "format=dot")
    void dot(MapParameters parameters, HttpServletResponse response) throws IOException {
        write(parameters, MapFormat.DOT, response);
    }

    /** The same, asked for by media type. */
    @Hidden
    @GetMapping(produces = MapTexts.GRAPHVIZ)
    void dotAccepted(MapParameters parameters, HttpServletResponse response) throws IOException {
        write(parameters, MapFormat.DOT, response);
    }

    /** A part of the map, for Mermaid. */
    @Hidden
    @GetMapping(params = "format=mermaid")
    void mermaid(MapParameters parameters, HttpServletResponse response) throws IOException {
        write(parameters, MapFormat.MERMAID, response);
    }

    /** The same, asked for by media type. */
    @Hidden
    @GetMapping(produces = MapTexts.MERMAID)
    void mermaidAccepted(MapParameters parameters, HttpServletResponse response)
            throws IOException {
        write(parameters, MapFormat.MERMAID, response);
    }

    /** A part of the map, line by line. */
    @Hidden
    @GetMapping(params = "format=ndjson")
    void lines(MapParameters parameters, HttpServletResponse response) throws IOException {
        write(parameters, MapFormat.NDJSON, response);
    }

    /** The same, asked for by media type. */
    @Hidden
    @GetMapping(produces = NdjsonWriter.MEDIA_TYPE)
    void linesAccepted(MapParameters parameters, HttpServletResponse response) throws IOException {
        write(parameters, MapFormat.NDJSON, response);
    }

    private void write(MapParameters parameters, MapFormat format, HttpServletResponse response)
            throws IOException {
        PartOfMap part = maps.part(parameters.query(), permitted.read(Part.TOPOLOGY));
        MapText text = texts.to(response, format);
        text.begin(part.at());
        for (MapAsset asset : part.assets()) {
            text.asset(MapRecords.asset(asset));
        }
        for (MapRelation relation : part.relations()) {
            text.relation(MapRecords.relation(relation));
        }
        text.end(part.omitted());
    }
}
