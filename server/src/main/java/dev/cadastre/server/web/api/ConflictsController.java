package dev.cadastre.server.web.api;

import dev.cadastre.api.Conflict;
import dev.cadastre.api.ConflictDecision;
import dev.cadastre.api.ListPage;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.inventory.Conflicts;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Pages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Doubts about which record is which host. */
@RestController
@RequestMapping(ApiPath.BASE + "/conflicts")
class ConflictsController {

    private final Conflicts conflicts;
    private final Permitted permitted;

    ConflictsController(Conflicts conflicts, Permitted permitted) {
        this.conflicts = conflicts;
        this.permitted = permitted;
    }

    /** The open ones, the oldest first. */
    @GetMapping
    ListPage<Conflict> open() {
        return Pages.whole(
                conflicts.open(permitted.read(Part.INVENTORY)), ConflictRecords::conflict);
    }

    /** Settles one. */
    @PostMapping("/{id}/resolve")
    Conflict resolve(@PathVariable long id, @RequestBody ConflictDecision decision) {
        return conflicts
                .resolve(
                        id,
                        dev.cadastre.server.inventory.Conflict.Decision.valueOf(
                                decision.decision().name()),
                        permitted.actor(),
                        permitted.reach(Verb.WRITE, Part.INVENTORY))
                .map(ConflictRecords::conflict)
                .orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(long id) {
        return new ProblemException(
                ProblemKind.CONFLICT_UNKNOWN,
                "There is no open conflict " + id + " among the hosts that you may change.",
                "The open ones are listed at /api/v1/conflicts.");
    }
}
