package dev.cadastre.server.web.api.incident;

import dev.cadastre.api.incident.AlertRequest;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.alerting.received.Alerts;
import dev.cadastre.server.alerting.received.SentAlert;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.AlertmanagerPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Prometheus and others tell of an Alertmanager. */
@RestController
@RequestMapping(AlertmanagerPath.BASE)
class AlertsController {

    private final Alerts alerts;
    private final Permitted permitted;

    AlertsController(Alerts alerts, Permitted permitted) {
        this.alerts = alerts;
        this.permitted = permitted;
    }

    /** Takes alerts, all or none. An alert that goes on is to be sent again before it ends. */
    @PostMapping("/alerts")
    void take(@RequestBody List<@Nullable AlertRequest> sent) {
        permitted.reach(Verb.WRITE, Part.ALERTING);
        alerts.take(sent.stream().map(AlertsController::read).toList());
    }

    private static SentAlert read(@Nullable AlertRequest sent) {
        return sent == null
                ? new SentAlert(Map.of(), Map.of(), null, null, null)
                : new SentAlert(
                        texts(sent.labels()),
                        texts(sent.annotations()),
                        sent.startsAt(),
                        sent.endsAt(),
                        sent.generatorURL());
    }

    private static Map<String, String> texts(@Nullable Map<String, @Nullable String> sent) {
        Map<String, String> texts = new HashMap<>();
        if (sent != null) {
            sent.forEach((name, text) -> {
                if (text != null) {
                    texts.put(name, text);
                }
            });
        }
        return texts;
    }
}
