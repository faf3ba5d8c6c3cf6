package dev.cadastre.server.web.api.exchange;

import dev.cadastre.api.HostCount;
import dev.cadastre.api.HostCounts;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.search.Queries;
import dev.cadastre.server.web.api.HostRecords;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.QueryRecords;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Parameters;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What queries find and count, whole and line by line, for whoever accepts such media types. */
@RestController
@RequestMapping(ApiPath.BASE)
class SelectionController {

    private final SelectedHosts selected;
    private final Queries queries;
    private final Permitted permitted;
    private final JsonMapper json;

    SelectionController(
            SelectedHosts selected, Queries queries, Permitted permitted, JsonMapper json) {
        this.selected = selected;
        this.queries = queries;
        this.permitted = permitted;
        this.json = json;
    }

    @Parameters
    record CountParameters(@Nullable String q, @Nullable String by, @Nullable Instant at) {}

    /** The hosts of all pages. */
    @Hidden
    @GetMapping(path = "/hosts", produces = NdjsonWriter.MEDIA_TYPE)
    void hosts(HostParameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Iterator<Host> hosts = selected.of(parameters.hosts(), permitted.read(Part.INVENTORY));
        var lines = new NdjsonWriter(request, response, json);
        while (hosts.hasNext()) {
            lines.line(HostRecords.summary(hosts.next()));
        }
        lines.end();
    }

    /** A line for each value. */
    @Hidden
    @GetMapping(path = "/host-counts", produces = NdjsonWriter.MEDIA_TYPE)
    void countsByLine(
            CountParameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        HostCounts counts = counted(parameters);
        var lines = new NdjsonWriter(request, response, json);
        for (HostCount count : counts.items()) {
            lines.line(count);
        }
        lines.end();
    }

    /** A line for each value and environment. */
    @Hidden
    @GetMapping(path = "/host-counts", produces = CsvWriter.MEDIA_TYPE)
    void countsForSpreadsheets(
            CountParameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        HostCounts counts = counted(parameters);
        var csv =
                new CsvWriter(
                        request, response, "host-counts.csv", "value", "environment", "hosts");
        for (HostCount count : counts.items()) {
            for (Map.Entry<String, Long> each : count.environments().entrySet()) {
                csv.line(count.value(), each.getKey(), each.getValue().toString());
            }
        }
        csv.end();
    }

    private HostCounts counted(CountParameters parameters) {
        return QueryRecords.counts(
                queries.count(
                        Objects.requireNonNullElse(parameters.q(), ""),
                        parameters.by(),
                        parameters.at(),
                        permitted.read(Part.INVENTORY)));
    }
}
