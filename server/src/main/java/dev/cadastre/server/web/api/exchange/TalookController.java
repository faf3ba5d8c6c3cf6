package dev.cadastre.server.web.api.exchange;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.EnvironmentNumbers;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.Lifecycle;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.Parameters;
import dev.cadastre.server.web.api.request.TalookPath;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** What a Talook server answers to programs; docs/formats/jsonstats.md describes it. */
@RestController
@RequestMapping(TalookPath.BASE)
class TalookController {

    private final Hosts hosts;
    private final SelectedHosts selected;
    private final Jsonstats jsonstats;
    private final Permitted permitted;
    private final JsonMapper json;

    TalookController(
            Hosts hosts,
            SelectedHosts selected,
            Jsonstats jsonstats,
            Permitted permitted,
            JsonMapper json) {
        this.hosts = hosts;
        this.selected = selected;
        this.jsonstats = jsonstats;
        this.permitted = permitted;
        this.json = json;
    }

    @Parameters
    record HostParameters(@Nullable String q) {

        HostSelection hosts() {
            return new HostSelection(null, null, q, null);
        }
    }

    /**
     * The environment of each host. The generator is closed at the end only: if reading fails
     * before, closing it would make what is there look whole.
     */
    @GetMapping("/hosts.json")
    void hosts(HostParameters parameters, HttpServletResponse response) throws IOException {
        Iterator<Host> found = selected.of(parameters.hosts(), permitted.read(Part.INVENTORY));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        JsonGenerator out = json.createGenerator(response.getOutputStream());
        out.writeStartObject();
        while (found.hasNext()) {
            Host host = found.next();
            out.writeStringProperty(host.name(), host.environment());
        }
        out.writeEndObject();
        out.close();
    }

    /** The environments, each once. */
    @GetMapping("/envs.json")
    List<String> environments() {
        return hosts.environments(null, permitted.read(Part.INVENTORY)).stream()
                .map(EnvironmentNumbers::name)
                .toList();
    }

    /** The jsonstats document of a host, or why there is none. */
    @GetMapping("/host/{name}.json")
    ResponseEntity<Object> host(@PathVariable String name) {
        Reach reach = permitted.read(Part.INVENTORY);
        return hosts.named(name, null, reach)
                .filter(host -> host.lifecycle() == Lifecycle.LIVE)
                .map(host -> described(host, reach))
                .orElseGet(TalookController::unlisted);
    }

    private ResponseEntity<Object> described(Host host, Reach reach) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        host.observedAt() == null
                                ? Map.of("error", failure(host))
                                : jsonstats.document(host, null, reach));
    }

    private static Map<String, String> failure(Host host) {
        Map<String, String> failure = new LinkedHashMap<>();
        failure.put("Error", "Could not connect to remote service: " + host.name());
        failure.put(
                "Reason",
                Objects.requireNonNullElse(host.outcome().reason(), "It has not reported yet"));
        failure.put(
                "Suggestion",
                Objects.requireNonNullElse(
                        host.outcome().remedy(), "Wait for its first report, or collect it."));
        return failure;
    }

    private static ResponseEntity<Object> unlisted() {
        return ResponseEntity.status(HttpServletResponse.SC_NOT_FOUND)
                .contentType(MediaType.TEXT_HTML)
                .body("404 File Not Found");
    }
}
