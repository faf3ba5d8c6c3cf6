package dev.cadastre.server.web.api.monitor;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.monitor.MonitorTemplate;
import dev.cadastre.api.monitor.TemplateRequest;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.monitoring.defining.Definitions;
import dev.cadastre.server.monitoring.keeping.DefinitionRow;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Templates, which definitions start from. */
@RestController
@RequestMapping(ApiPath.BASE + "/monitor-templates")
class MonitorTemplatesController {

    private final Definitions definitions;
    private final Permitted permitted;

    MonitorTemplatesController(Definitions definitions, Permitted permitted) {
        this.definitions = definitions;
        this.permitted = permitted;
    }

    @Parameters
    record ReasonParameters(@Nullable String reason) {}

    /** All templates by name. */
    @GetMapping
    ListPage<MonitorTemplate> list() {
        permitted.read(Part.MONITORING);
        return Pages.whole(definitions.templates(), this::wire);
    }

    private MonitorTemplate wire(DefinitionRow row) {
        return new MonitorTemplate(
                row.name(),
                Drafts.said(row.draft()),
                definitions.startingFrom(row.name()),
                MonitorRecords.declared(row),
                row.changedAt(),
                row.changedBy(),
                row.reason(),
                row.version());
    }

    /** One template. */
    @GetMapping("/{name}")
    MonitorTemplate one(@PathVariable String name) {
        permitted.read(Part.MONITORING);
        return wire(known(name));
    }

    private DefinitionRow known(String name) {
        return definitions
                .template(name)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemKind.MONITOR_UNKNOWN,
                                "There is no template " + name + ".",
                                "See /api/v1/monitor-templates for those there are."));
    }

    /** Adds a template, or changes it with all monitors that start from it. */
    @PutMapping("/{name}")
    MonitorTemplate put(@PathVariable String name, @RequestBody TemplateRequest sent) {
        permitted.requireEverywhere(Verb.WRITE, Part.MONITORING);
        return wire(definitions.putTemplate(name, Drafts.of(sent), sent.reason()));
    }

    /** Removes a template that nothing starts from. */
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name, ReasonParameters parameters) {
        permitted.requireEverywhere(Verb.WRITE, Part.MONITORING);
        definitions.remove(List.of(known(name).id()), parameters.reason());
    }
}
