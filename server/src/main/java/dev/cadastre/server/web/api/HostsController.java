package dev.cadastre.server.web.api;

import dev.cadastre.api.HostSummary;
import dev.cadastre.api.ListPage;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.HostDetail;
import dev.cadastre.server.inventory.HostFact;
import dev.cadastre.server.inventory.HostQuery;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.Lifecycle;
import dev.cadastre.server.inventory.Readings;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The hosts, and one of them. */
@RestController
@RequestMapping(ApiPath.BASE + "/hosts")
class HostsController {

    private final Hosts hosts;
    private final Readings readings;
    private final HostBreaches breaches;
    private final KnownHosts known;
    private final Permitted permitted;

    HostsController(
            Hosts hosts,
            Readings readings,
            HostBreaches breaches,
            KnownHosts known,
            Permitted permitted) {
        this.hosts = hosts;
        this.readings = readings;
        this.breaches = breaches;
        this.known = known;
        this.permitted = permitted;
    }

    /** Which hosts to list. */
    enum OutcomeFilter {
        /** Those whose last collection failed, in whatever way. */
        FAILING
    }

    @Parameters
    record ListParameters(
            @Nullable String environment,
            @Nullable String group,
            @Nullable String q,
            @Nullable OutcomeFilter outcome,
            @Nullable Lifecycle lifecycle,
            @Nullable Instant at,
            @Nullable Limit limit,
            @Nullable Cursor after) {

        HostQuery query() {
            return new HostQuery(
                    environment,
                    group,
                    null,
                    outcome == OutcomeFilter.FAILING,
                    lifecycle == null ? Lifecycle.LIVE : lifecycle,
                    at,
                    Cursor.start(after),
                    Limit.of(limit));
        }
    }

    @Parameters
    record MomentParameters(@Nullable Instant at) {}

    /**
     * Lists hosts by name: the living ones, unless retired ones are asked for. The parameter q is a
     * query, such as "pkg:openssl<3.0.14 -group:web".
     */
    @GetMapping
    ListPage<HostSummary> list(ListParameters parameters) {
        Reach reach = permitted.read(Part.INVENTORY);
        String q = parameters.q();
        return Pages.wire(
                q == null || q.isBlank()
                        ? hosts.find(parameters.query(), reach)
                        : hosts.find(parameters.query(), q, reach),
                HostRecords::summary);
    }

    /** All about one host but what has a list of its own. */
    @GetMapping("/{name}")
    dev.cadastre.api.Host one(@PathVariable String name, MomentParameters parameters) {
        Reach reach = permitted.read(Part.INVENTORY);
        Host host = known.visible(name, parameters.at());
        HostDetail detail = hosts.detail(name, reach).orElseThrow(() -> known.unknown(name));
        return HostRecords.detailed(
                host,
                detail,
                breaches.of(name, parameters.at(), reach),
                summary(name, parameters.at(), reach));
    }

    private Map<String, Object> summary(String name, @Nullable Instant at, Reach reach) {
        Map<String, Object> summary = new TreeMap<>();
        for (HostFact fact : readings.facts(name, at, reach)) {
            if (FactSummary.includes(fact.name())) {
                summary.put(fact.name(), ReadingRecords.value(fact.value()));
            }
        }
        return summary;
    }
}
