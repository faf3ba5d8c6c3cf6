package dev.cadastre.server.web.api;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.map.Correction;
import dev.cadastre.api.map.CorrectionDefinition;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.topology.telling.Corrections;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people put right of the map. */
@RestController
@RequestMapping(ApiPath.BASE + "/corrections")
class CorrectionsController {

    private final Corrections corrections;
    private final ToldMapChanges changes;
    private final Permitted permitted;

    CorrectionsController(Corrections corrections, ToldMapChanges changes, Permitted permitted) {
        this.corrections = corrections;
        this.changes = changes;
        this.permitted = permitted;
    }

    /**
     * Which corrections.
     *
     * @param asset only those about it
     * @param withdrawn whether withdrawn ones are listed, too
     */
    @Parameters
    record ListParameters(
            @Nullable String asset,
            @Nullable Boolean withdrawn,
            @Nullable Limit limit,
            @Nullable Cursor after) {}

    /** Corrections, newest first. */
    @GetMapping
    ListPage<Correction> list(ListParameters parameters) {
        int limit = Limit.of(parameters.limit());
        return Pages.cut(
                corrections.find(
                        parameters.asset(),
                        Boolean.TRUE.equals(parameters.withdrawn()),
                        parameters.after() == null ? null : parameters.after().number(),
                        limit + 1,
                        permitted.read(Part.TOPOLOGY)),
                limit,
                one -> Long.toString(one.id()),
                ToldMapRecords::correction);
    }

    /** Puts something right, until that is withdrawn. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Correction make(@RequestBody CorrectionDefinition definition) {
        return changes.correct(definition);
    }

    /** Takes a correction back; what is seen and said holds again. */
    @DeleteMapping("/{id}")
    Correction withdraw(@PathVariable long id) {
        return changes.withdraw(id);
    }
}
