package dev.cadastre.server.web.api.run;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.run.LocalClaim;
import dev.cadastre.api.run.LocalOrder;
import dev.cadastre.api.run.LocalOutput;
import dev.cadastre.api.run.LocalResult;
import dev.cadastre.api.run.RunAsk;
import dev.cadastre.api.run.RunValues;
import dev.cadastre.api.run.SecretAnswer;
import dev.cadastre.api.run.StepAgreement;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.change.running.RunAsks;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What runs wait for, for those who may run them. */
@RestController
@RequestMapping(ApiPath.BASE + "/runs/{id}")
class RunAsksController {

    private final RunAsks asks;
    private final Permitted permitted;

    RunAsksController(RunAsks asks, Permitted permitted) {
        this.asks = asks;
        this.permitted = permitted;
    }

    /**
     * How long to wait.
     *
     * @param patience until something is asked for, or the run rests, in seconds; 0 if it is not
     *     given
     */
    @Parameters
    record PatienceParameters(@Nullable Integer patience) {}

    /**
     * What the run waits for, besides answers to its questions. Whoever reads it is told to others
     * as attached to the run.
     */
    @GetMapping("/asks")
    ListPage<RunAsk> open(@PathVariable long id, PatienceParameters parameters)
            throws InterruptedException {
        return Pages.whole(
                asks.open(id, Patience.of(parameters.patience()), reach()), RunRecords::ask);
    }

    /** Gives a secret that is asked for. */
    @PostMapping("/secrets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void secret(@PathVariable long id, @RequestBody SecretAnswer sent) {
        asks.give(id, sent.name(), sent.value(), reach());
    }

    /** Agrees to a step that waits for it; to halt the run is not to agree. */
    @PostMapping("/steps/{ask}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void step(@PathVariable long id, @PathVariable long ask, @RequestBody StepAgreement sent) {
        asks.agree(id, ask, Boolean.TRUE.equals(sent.all()), reach());
    }

    /** Takes it upon oneself to do what is to be done on one's machine. */
    @PostMapping("/local-tasks/{ask}/claim")
    LocalClaim claim(@PathVariable long id, @PathVariable long ask) {
        return new LocalClaim(asks.claim(id, ask, reach()));
    }

    /**
     * Tells what it prints. It is to be told something, if only nothing, every 20 seconds; after 60
     * seconds of silence it counts as lost.
     */
    @PostMapping("/local-tasks/{ask}/output")
    LocalOrder output(
            @PathVariable long id, @PathVariable long ask, @RequestBody LocalOutput sent) {
        return new LocalOrder(asks.print(id, ask, sent.claim(), sent.text(), reach()));
    }

    /** Tells how it ended. */
    @PostMapping("/local-tasks/{ask}/result")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void result(@PathVariable long id, @PathVariable long ask, @RequestBody LocalResult sent) {
        asks.end(id, ask, sent.claim(), LocalResults.result(sent), reach());
    }

    /** What files and parameters of the change may refer to. */
    @GetMapping("/values")
    RunValues values(@PathVariable long id) {
        Reach reach = reach();
        return new RunValues(asks.localValues(id, reach), asks.values(id, reach));
    }

    private Reach reach() {
        permitted.reach(Verb.RUN, Part.CHANGE);
        return permitted.read(Part.CHANGE);
    }
}
