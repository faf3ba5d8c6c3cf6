package dev.cadastre.server.web.api.monitor;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.monitor.Downtime;
import dev.cadastre.api.monitor.DowntimeRequest;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.monitoring.downtime.Downtimes;
import dev.cadastre.server.monitoring.window.NewWindow;
import dev.cadastre.server.monitoring.window.Window;
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

/** When it is known that something may not work. */
@RestController
@RequestMapping(ApiPath.BASE + "/downtimes")
class DowntimesController {

    private final Downtimes downtimes;
    private final Permitted permitted;

    DowntimesController(Downtimes downtimes, Permitted permitted) {
        this.downtimes = downtimes;
        this.permitted = permitted;
    }

    /** Downtimes that last or are to come, the first to begin first. */
    @GetMapping
    ListPage<Downtime> list() {
        return Pages.whole(
                downtimes.current(permitted.read(Part.MONITORING)), DowntimesController::wire);
    }

    /** Begins a downtime, or lets it begin later; what is still broken at its end is told then. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Downtime begin(@RequestBody DowntimeRequest sent) {
        permitted.reach(Verb.WRITE, Part.MONITORING);
        return wire(
                downtimes.begin(
                        new NewWindow(
                                sent.asset(),
                                sent.q(),
                                sent.begins(),
                                sent.ends(),
                                sent.reason())));
    }

    /** Ends a downtime before its time. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id) {
        permitted.reach(Verb.WRITE, Part.MONITORING);
        downtimes.end(id, permitted.read(Part.MONITORING));
    }

    private static Downtime wire(Window one) {
        return new Downtime(
                one.id(),
                one.asset(),
                one.q(),
                one.begins(),
                one.ends(),
                one.reason(),
                one.madeAt(),
                one.madeBy());
    }
}
