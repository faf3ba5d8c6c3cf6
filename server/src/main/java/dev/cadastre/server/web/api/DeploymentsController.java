package dev.cadastre.server.web.api;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.map.Deployment;
import dev.cadastre.api.map.DeploymentDefinition;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.topology.telling.DeploymentQuery;
import dev.cadastre.server.topology.telling.Deployments;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was deployed where, as tools tell. */
@RestController
@RequestMapping(ApiPath.BASE + "/deployments")
class DeploymentsController {

    private final Deployments deployments;
    private final Permitted permitted;

    DeploymentsController(Deployments deployments, Permitted permitted) {
        this.deployments = deployments;
        this.permitted = permitted;
    }

    @Parameters
    record ListParameters(
            @Nullable String app,
            @Nullable String host,
            @Nullable String environment,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Limit limit,
            @Nullable Cursor after) {}

    /**
     * How a deployment is told.
     *
     * @param create whether its hosts and dependencies need not be there
     */
    @Parameters
    record CreateParameters(@Nullable Boolean create) {}

    /** Deployments, newest first. */
    @GetMapping
    ListPage<Deployment> list(ListParameters parameters) {
        Reach reach = permitted.read(Part.TOPOLOGY);
        int limit = Limit.of(parameters.limit());
        DeploymentQuery query =
                new DeploymentQuery(
                        parameters.app(),
                        parameters.host(),
                        parameters.environment(),
                        parameters.since(),
                        parameters.until(),
                        parameters.after() == null ? null : parameters.after().number(),
                        limit + 1);
        return Pages.cut(
                deployments.find(query, reach),
                limit,
                one -> Long.toString(one.id()),
                ToldMapRecords::deployment);
    }

    /**
     * Tells of a deployment, which puts the application on the map with where it runs and what it
     * needs. Told again under its key, it changes nothing.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Deployment tell(
            CreateParameters parameters,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody DeploymentDefinition definition) {
        permitted.reach(Verb.WRITE, Part.TOPOLOGY);
        return ToldMapRecords.deployment(
                deployments.tell(
                        ToldMapRecords.deployment(definition, key),
                        Boolean.TRUE.equals(parameters.create())));
    }
}
