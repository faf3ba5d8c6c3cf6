package dev.cadastre.server.web.api;

import dev.cadastre.api.CollectionPace;
import dev.cadastre.api.CollectionProgress;
import dev.cadastre.api.CollectionRequest;
import dev.cadastre.api.Outcome;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.inventory.Collections;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import java.util.LinkedHashSet;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Collections of hosts on demand. */
@RestController
@RequestMapping(ApiPath.BASE + "/collections")
class CollectionsController {

    private final Collections collections;
    private final Permitted permitted;

    CollectionsController(Collections collections, Permitted permitted) {
        this.collections = collections;
        this.permitted = permitted;
    }

    /**
     * Collects hosts as soon as there is room. A host that is being collected already is waited
     * for, so that a request sent twice does no harm.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    CollectionProgress collect(@RequestBody CollectionRequest request) {
        return progress(
                collections.collect(
                        request.hosts() == null ? null : new LinkedHashSet<>(request.hosts()),
                        request.environment()));
    }

    /** How often each host is collected, and why. */
    @GetMapping("/pace")
    CollectionPace pace() {
        permitted.read(Part.INVENTORY);
        var pace = collections.pace();
        return new CollectionPace(
                pace.interval().toSeconds(), pace.wished().toSeconds(), pace.reason());
    }

    /** How far one has come. */
    @GetMapping("/{id}")
    CollectionProgress progress(@PathVariable String id) {
        permitted.read(Part.INVENTORY);
        return collections
                .progress(id)
                .map(CollectionsController::progress)
                .orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                ProblemKind.COLLECTION_UNKNOWN,
                "The server remembers no collection "
                        + id
                        + " whose hosts you may see; it forgets them when it restarts.",
                "Look at each host's outcome at /api/v1/hosts.");
    }

    private static CollectionProgress progress(
            dev.cadastre.server.inventory.CollectionProgress progress) {
        return new CollectionProgress(
                progress.id(),
                progress.total(),
                progress.items().size(),
                progress.items().stream().map(CollectionsController::item).toList());
    }

    private static CollectionProgress.Item item(
            dev.cadastre.server.inventory.CollectionProgress.Item item) {
        return new CollectionProgress.Item(
                item.host(),
                new CollectionProgress.Result(
                        Outcome.Kind.valueOf(item.outcome().name()), item.reason(), item.remedy()));
    }
}
