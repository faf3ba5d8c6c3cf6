package dev.cadastre.server.web.api.run;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.run.Plan;
import dev.cadastre.api.run.PlanRequest;
import dev.cadastre.api.run.RunAsk;
import dev.cadastre.api.run.SecretAnswer;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.change.running.Plans;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plans: what a change would do where. */
@RestController
@RequestMapping(ApiPath.BASE + "/plans")
class PlansController {

    private final Plans plans;
    private final Permitted permitted;

    PlansController(Plans plans, Permitted permitted) {
        this.plans = plans;
        this.permitted = permitted;
    }

    /**
     * How long to wait.
     *
     * @param patience until there is something to tell, in seconds; 0 if it is not given
     */
    @Parameters
    record PatienceParameters(@Nullable Integer patience) {}

    /** Begins to plan: the change is read at once, and hosts are looked at meanwhile. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Plan plan(@RequestBody PlanRequest sent) {
        permitted.reach(Verb.RUN, Part.CHANGE);
        return PlanRecords.plan(plans.plan(PlanOrders.order(sent)));
    }

    /** A plan; waits, if it is asked to, until all hosts have been looked at. */
    @GetMapping("/{id}")
    Plan one(@PathVariable UUID id, PatienceParameters parameters) throws InterruptedException {
        return plans.await(id, Patience.of(parameters.patience()), reach())
                .map(PlanRecords::plan)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemKind.CHANGE_UNKNOWN,
                                "There is no plan " + id + ".",
                                "Make one at /api/v1/plans."));
    }

    /** Secrets that hosts need to be looked at, for who may run the change. */
    @GetMapping("/{id}/asks")
    ListPage<RunAsk> asks(@PathVariable UUID id, PatienceParameters parameters)
            throws InterruptedException {
        return Pages.whole(
                plans.asks(id, Patience.of(parameters.patience()), reach()), RunRecords::ask);
    }

    /** Gives such a secret. */
    @PostMapping("/{id}/secrets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void secret(@PathVariable UUID id, @RequestBody SecretAnswer sent) {
        plans.give(id, sent.name(), sent.value(), reach());
    }

    private Reach reach() {
        return permitted.read(Part.CHANGE);
    }
}
