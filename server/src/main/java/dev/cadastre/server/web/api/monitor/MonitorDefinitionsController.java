package dev.cadastre.server.web.api.monitor;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.monitor.MonitorDefinition;
import dev.cadastre.api.monitor.MonitorRequest;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.monitoring.defining.Definitions;
import dev.cadastre.server.monitoring.keeping.DefinitionRow;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Definitions, each of which makes a monitor of one asset, or of every host that a query finds. */
@RestController
@RequestMapping(ApiPath.BASE + "/monitor-definitions")
class MonitorDefinitionsController {

    private final Definitions definitions;
    private final Monitors monitors;
    private final KnownMonitors known;
    private final Permitted permitted;

    MonitorDefinitionsController(
            Definitions definitions, Monitors monitors, KnownMonitors known, Permitted permitted) {
        this.definitions = definitions;
        this.monitors = monitors;
        this.known = known;
        this.permitted = permitted;
    }

    @Parameters
    record ListParameters(@Nullable Limit limit, @Nullable Cursor after) {}

    @Parameters
    record ReasonParameters(@Nullable String reason) {}

    /** Definitions by id, each with how many monitors it makes. */
    @GetMapping
    ListPage<MonitorDefinition> list(ListParameters parameters) {
        int limit = Limit.of(parameters.limit());
        long after = parameters.after() == null ? 0 : parameters.after().number();
        List<DefinitionRow> rows = definitions.find(after, limit + 1, known.reach());
        Map<Long, Long> counts = counts();
        return Pages.cut(rows, limit, row -> Long.toString(row.id()), row -> wire(row, counts));
    }

    private Map<Long, Long> counts() {
        return monitors.byDefinition(known.reach());
    }

    private MonitorDefinition wire(DefinitionRow row, Map<Long, Long> counts) {
        Optional<dev.cadastre.server.monitoring.MonitorDefinition> meant = definitions.meaning(row);
        return new MonitorDefinition(
                row.id(),
                row.name(),
                Drafts.said(row.name(), row.draft(), meant),
                meant.map(one -> Drafts.meant(one, row.draft().template().orElse(null)))
                        .orElse(null),
                counts.getOrDefault(row.id(), 0L),
                MonitorRecords.declared(row),
                row.madeAt(),
                row.madeBy(),
                row.changedAt(),
                row.changedBy(),
                row.reason(),
                row.version());
    }

    /** Adds a definition; its monitors are there when this is answered. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MonitorDefinition add(@RequestBody MonitorRequest sent) {
        permitted.reach(Verb.WRITE, Part.MONITORING);
        return wire(definitions.add(sent.name(), Drafts.of(sent), sent.reason()), counts());
    }

    /** One definition. Its ETag is for If-Match when it is changed. */
    @GetMapping("/{id}")
    ResponseEntity<MonitorDefinition> one(@PathVariable long id) {
        return tagged(wire(known.definition(id), counts()));
    }

    private static ResponseEntity<MonitorDefinition> tagged(MonitorDefinition one) {
        return ResponseEntity.ok().eTag(EntityVersion.tag(one.version(), one.monitors())).body(one);
    }

    /**
     * Puts another in its place. With If-Match, only if nobody else changed it since it was read.
     */
    @PutMapping("/{id}")
    ResponseEntity<MonitorDefinition> change(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MonitorRequest sent) {
        permitted.reach(Verb.WRITE, Part.MONITORING);
        DefinitionRow row = known.definition(id);
        DefinitionRow changed =
                definitions.change(
                        row.id(),
                        sent.name(),
                        Drafts.of(sent),
                        EntityVersion.read(ifMatch),
                        sent.reason());
        return tagged(wire(changed, counts()));
    }

    /** Removes a definition, and its monitors with it. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, ReasonParameters parameters) {
        permitted.reach(Verb.WRITE, Part.MONITORING);
        definitions.remove(List.of(known.definition(id).id()), parameters.reason());
    }
}
