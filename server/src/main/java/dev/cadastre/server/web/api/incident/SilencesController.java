package dev.cadastre.server.web.api.incident;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.incident.Silence;
import dev.cadastre.api.incident.SilenceRequest;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.alerting.silence.Silences;
import dev.cadastre.server.monitoring.window.NewWindow;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** When incidents are not told. */
@RestController
@RequestMapping(ApiPath.BASE + "/silences")
class SilencesController {

    private final Silences silences;
    private final Permitted permitted;

    SilencesController(Silences silences, Permitted permitted) {
        this.silences = silences;
        this.permitted = permitted;
    }

    /** Silences that last or are to come, the first to begin first. */
    @GetMapping
    ListPage<Silence> list() {
        return Pages.whole(
                silences.current(permitted.read(Part.ALERTING)), IncidentRecords::silence);
    }

    /** Begins a silence, or lets it begin later; what is still open at its end is told then. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Silence begin(@RequestBody SilenceRequest sent) {
        permitted.reach(Verb.WRITE, Part.ALERTING);
        return IncidentRecords.silence(
                silences.begin(
                        new NewWindow(
                                sent.asset(),
                                sent.q(),
                                sent.begins(),
                                sent.ends(),
                                sent.reason())));
    }

    /** Ends a silence before its time. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id) {
        permitted.reach(Verb.WRITE, Part.ALERTING);
        silences.end(id, permitted.read(Part.ALERTING));
    }
}
