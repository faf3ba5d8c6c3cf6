package dev.cadastre.server.web.api;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.SavedQuery;
import dev.cadastre.api.SavedQueryDefinition;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.search.SavedQueries;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved queries, which any query mentions as "saved:NAME". */
@RestController
@RequestMapping(ApiPath.BASE + "/query/saved")
class SavedQueriesController {

    private final SavedQueries saved;
    private final SavedQueryChanges changes;
    private final Permitted permitted;

    SavedQueriesController(SavedQueries saved, SavedQueryChanges changes, Permitted permitted) {
        this.saved = saved;
        this.changes = changes;
        this.permitted = permitted;
    }

    /** All saved queries by name. */
    @GetMapping
    ListPage<SavedQuery> list() {
        permitted.read(Part.INVENTORY);
        return Pages.whole(saved.all(), QueryRecords::saved);
    }

    /** One saved query. */
    @GetMapping("/{name}")
    SavedQuery one(@PathVariable String name) {
        permitted.read(Part.INVENTORY);
        return saved.named(name)
                .map(QueryRecords::saved)
                .orElseThrow(() -> SavedQueryChanges.unknown(name));
    }

    /** Saves a query under a name, in the place of the one that has it. */
    @PutMapping("/{name}")
    SavedQuery put(@PathVariable String name, @RequestBody SavedQueryDefinition definition) {
        changes.put(name, definition.q());
        return one(name);
    }

    /** Removes a saved query, unless a rule or another one mentions it. */
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name) {
        changes.remove(name);
    }
}
