package dev.cadastre.server.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cadastre.api.map.AssetDefinition;
import dev.cadastre.api.map.AssetMap;
import dev.cadastre.api.map.MapImport;
import dev.cadastre.api.map.MapReceipt;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.topology.telling.AssetChanges;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Parameters;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people and tools say of assets. */
@RestController
@RequestMapping(ApiPath.BASE)
class ToldAssetsController {

    private final ToldMapChanges changes;
    private final AssetChanges tables;
    private final Permitted permitted;

    ToldAssetsController(ToldMapChanges changes, AssetChanges tables, Permitted permitted) {
        this.changes = changes;
        this.tables = tables;
        this.permitted = permitted;
    }

    /**
     * How a map is imported.
     *
     * @param source the system that it is from
     * @param create whether assets that relations speak of need not be there
     */
    @Parameters
    record ImportParameters(String source, @Nullable Boolean create) {}

    /**
     * Says what an asset is, in the place of all that was said of it before. It need not be there;
     * what is observed goes on being observed.
     */
    @PutMapping("/assets/{id}")
    MapReceipt put(@PathVariable String id, @RequestBody AssetDefinition definition) {
        return changes.put(id, definition, List.of(), List.of());
    }

    /** Takes back what was said of an asset; one that nothing observes ends. */
    @DeleteMapping("/assets/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        changes.remove(id);
    }

    /** Takes a table of assets; all of it or, with every line that is wrong, nothing. */
    @PostMapping("/assets/import")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    MapReceipt table(InputStream content) throws IOException {
        permitted.reach(Verb.WRITE, Part.TOPOLOGY);
        return ToldMapRecords.receipt(tables.take(new String(content.readAllBytes(), UTF_8)));
    }

    /** Takes the map of another system; all of it or, with everything that is wrong, nothing. */
    @PostMapping("/map/import")
    MapReceipt map(ImportParameters parameters, @RequestBody MapImport sent) {
        permitted.reach(Verb.WRITE, Part.TOPOLOGY);
        if (!sent.format().equals(AssetMap.FORMAT)) {
            throw new ProblemException(
                    ProblemKind.MAP_INVALID,
                    "The format is “" + sent.format() + "”.",
                    "Only " + AssetMap.FORMAT + " is read here.");
        }
        return ToldMapRecords.receipt(
                tables.take(
                        ToldMapRecords.assets(sent),
                        ToldMapRecords.relations(sent),
                        Boolean.TRUE.equals(parameters.create()),
                        parameters.source()));
    }
}
