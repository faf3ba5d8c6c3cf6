package dev.cadastre.server.web.security;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Grant;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route there is, those of later controllers included. */
@ServerTest
class RouteAccessTest {

    /** Open to anyone, each with its reason. */
    private static final Set<String> OPEN =
            Set.of(
                    // For supervisors and load balancers.
                    "GET /healthz",
                    // Fetched by hosts that have no credentials but a report token.
                    "GET /probe.sh",
                    // The ways in.
                    "GET /sign-in",
                    "POST /sign-in",
                    "POST /sign-in/link");

    /** For everybody who is signed in, because they show or change one's own, or nothing. */
    private static final Set<String> OWN =
            Set.of(
                    "GET /account",
                    "POST /account/password",
                    "POST /account/sessions/{id}/end",
                    "POST /sign-out",
                    "GET /api/v1/sessions",
                    "DELETE /api/v1/sessions/{id}",
                    // The container's own, which tells nothing when asked for directly.
                    "GET /error",
                    "POST /error",
                    // The same for everybody, and no secret.
                    "GET /manual",
                    "GET /manual/{name}",
                    "GET /manual/{folder}/{name}",
                    "GET /administration");

    /** Where there is a host, this is its name. */
    static final String HOST = "route-subject";

    private static final String UNIQUE = "00000000-0000-4000-8000-000000000001";
    private static final String EDGE = "source=host:a&type=RUNS_ON&target=host:b";

    /** What routes want before they ask who it is: a query, a form or a body. */
    private static final Map<String, String> SENT =
            Map.ofEntries(
                    entry("GET /search", "q=openssl"),
                    entry("GET /packages/show", "name=openssl&type=deb"),
                    entry("GET /packages/show.csv", "name=openssl&type=deb"),
                    entry("GET /api/v1/search", "q=openssl"),
                    entry("GET /api/v1/diff", "a=1&b=1"),
                    entry("GET /api/v1/map/changes", "from=2026-01-01T00:00:00Z"),
                    entry("GET /api/v1/map/way", "from=host:1&to=host:1"),
                    entry("GET /api/v1/prometheus/targets", "port=9100"),
                    entry("GET /api/v1/packages/hosts", "name=openssl"),
                    entry("GET /api/v1/packages/versions", "name=openssl"),
                    entry("GET /map/relation", EDGE),
                    entry("POST /map/relation/correct", EDGE + "&kind=DENY"),
                    entry("POST /map/relation/withdraw", EDGE + "&correction=1"),
                    entry("POST /map/relation/remove", EDGE),
                    entry("POST /map/{id}/withdraw", "correction=1"),
                    entry("POST /add-host", "address=ops@route1"),
                    entry("POST /hosts/{name}/accept-key", "fingerprint=SHA256:x"),
                    entry("POST /conflicts/{id}", "decision=SAME&host=1"),
                    entry("POST /administration/people", "name=route-x&role=VIEWER"),
                    entry("POST /administration/people/{id}/disabled", "disabled=true"),
                    entry("POST /administration/people/{id}/grants", "role=VIEWER"),
                    entry("POST /administration/people/{id}/grants/remove", "role=VIEWER"),
                    entry("POST /administration/tokens", "name=route-x&role=VIEWER"),
                    entry("PUT /api/v1/query/saved/{name}", "{\"q\":\"host:route1\"}"),
                    entry("PUT /api/v1/rules/{name}", "{\"q\":\"host:route1\"}"),
                    entry("POST /api/v1/file-packages", "{\"file\":\"/bin/sh\"}"),
                    entry("POST /api/v1/upgrades", "{\"q\":\"host:route1\"}"),
                    entry("POST /api/v1/estate/plan", "{\"text\":\"\"}"),
                    entry("POST /api/v1/estate/check", "{\"text\":\"\"}"),
                    entry("POST /runs/{id}/steps", "ask=1"),
                    entry("POST /api/v1/hosts", "{\"address\":\"ops@route1\"}"),
                    entry("POST /api/v1/hosts/{name}/accept-key", "{\"fingerprint\":\"SHA256:x\"}"),
                    entry("POST /api/v1/conflicts/{id}/resolve", "{\"decision\":\"SAME\"}"),
                    entry(
                            "POST /api/v1/map/import",
                            "{\"format\":\"cadastre-map/1\",\"assets\":[]}"),
                    entry("PUT /api/v1/relations", "{\"items\":[]}"),
                    entry("POST /api/v1/deployments", "{\"app\":\"route\"}"),
                    entry(
                            "POST /api/v1/corrections",
                            "{\"kind\":\"RENAME\",\"asset\":\"host:route1\"}"),
                    entry("POST /api/v1/monitors", "{\"name\":\"route\"}"),
                    entry("PUT /api/v1/monitors/{id}", "{\"name\":\"route\"}"),
                    entry("DELETE /api/v1/monitors", "{\"ids\":[1]}"),
                    entry("POST /api/v1/monitors/results", "{\"items\":[]}"),
                    entry(
                            "POST /api/v1/monitors/{id}/results",
                            "{\"state\":\"OK\",\"output\":\"\"}"),
                    entry("POST /api/v1/monitor-definitions", "{\"name\":\"route\"}"),
                    entry(
                            "POST /api/v1/downtimes",
                            "{\"ends\":\"2030-01-01T00:00:00Z\",\"reason\":\"x\"}"),
                    entry(
                            "POST /api/v1/silences",
                            "{\"ends\":\"2030-01-01T00:00:00Z\",\"reason\":\"x\"}"),
                    entry("POST /api/v1/incidents/{id}/comments", "{\"text\":\"x\"}"),
                    entry("POST /api/v2/alerts", "[]"),
                    entry("PUT /api/v1/monitor-definitions/{id}", "{\"name\":\"route\"}"),
                    entry("POST /api/v1/plans", "{\"archive\":\"%s\"}".formatted("0".repeat(64))),
                    entry("POST /api/v1/apps/{app}/plans", "{\"verb\":\"REMOVE\"}"),
                    entry("POST /api/v1/plans/{id}/secrets", "{\"name\":\"sudo\"}"),
                    entry("POST /api/v1/runs", "{\"plan\":\"%s\"}".formatted(UNIQUE)),
                    entry("POST /api/v1/runs/{id}/requests", "{\"request\":\"HALT\"}"),
                    entry("POST /api/v1/runs/{id}/secrets", "{\"name\":\"sudo\"}"),
                    entry("POST /api/v1/runs/{id}/steps/{ask}", "{}"),
                    entry(
                            "POST /api/v1/runs/{id}/local-tasks/{ask}/output",
                            "{\"claim\":\"x\",\"text\":\"\"}"),
                    entry(
                            "POST /api/v1/runs/{id}/local-tasks/{ask}/result",
                            "{\"claim\":\"x\",\"kind\":\"TIMED_OUT\"}"),
                    entry("POST /api/v1/people", "{\"name\":\"route-x\",\"grants\":[]}"),
                    entry(
                            "POST /api/v1/tokens",
                            "{\"name\":\"route-x\",\"scope\":{\"role\":\"VIEWER\"}}"));

    /** What routes want in their address although they take a body. */
    private static final Map<String, String> ASKED =
            Map.of(
                    "DELETE /api/v1/relations", "?source=host:a&type=RUNS_ON&target=host:b",
                    "POST /api/v1/map/import", "?source=route",
                    "PUT /api/v1/uploaded-runs/{name}", "?archive=a&file=b");

    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}");

    /** One of several words, of which the first is sent. */
    private static final Pattern CHOICE = Pattern.compile("\\{[a-z]+:([a-z]+)\\|[^{}]*}");

    @LocalServerPort private int port;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private List<RequestMappingHandlerMapping> mappings;

    /** A route, and what it is called in the tables above. */
    record Route(String method, String pattern) {

        static List<Route> of(List<RequestMappingHandlerMapping> mappings) {
            return mappings.stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                    .flatMap(RouteAccessTest::routes)
                    .distinct()
                    .sorted(Comparator.comparing(Route::name))
                    .toList();
        }

        String name() {
            return method + " " + pattern;
        }

        String path() {
            boolean ofPlan =
                    pattern.startsWith("/api/v1/plans/") || pattern.startsWith("/runs/plans/");
            String id = ofPlan ? UNIQUE : "1";
            String named =
                    CHOICE.matcher(
                                    pattern.replace("{app}", "route@none")
                                            .replace("hosts/{name}", "hosts/" + HOST))
                            .replaceAll("$1");
            return VARIABLE.matcher(named).replaceAll(id).replace("**", "1");
        }

        boolean isOpen() {
            return OPEN.contains(name());
        }

        /** What the API is like is no secret; the manual says it too. */
        boolean isOwn() {
            return OWN.contains(name())
                    || pattern.contains("openapi")
                    || pattern.contains("api-docs");
        }

        boolean takesReports() {
            return pattern.startsWith("/api/v1/reports");
        }
    }

    private static Stream<Route> routes(RequestMappingInfo info) {
        Set<String> methods =
                info.getMethodsCondition().getMethods().isEmpty()
                        ? Set.of("GET", "POST")
                        : Set.copyOf(
                                info.getMethodsCondition().getMethods().stream()
                                        .map(Enum::name)
                                        .toList());
        return methods.stream()
                .flatMap(method ->
                        info.getPatternValues().stream()
                                .map(pattern -> new Route(method, pattern)));
    }

    @Test
    void closesEveryRouteToWhoDoesNotSignIn() {
        Client stranger = new Client(port, null);

        assertThat(Route.of(mappings))
                .isNotEmpty()
                .filteredOn(route -> !route.isOpen())
                .allSatisfy(route -> {
                    HttpResponse<String> answer = call(stranger, route);
                    boolean api =
                            route.pattern().startsWith("/api/")
                                    || route.pattern().startsWith("/talook/");
                    assertThat(answer.statusCode()).as(route.name()).isEqualTo(api ? 401 : 302);
                    if (!api) {
                        assertThat(answer.headers().firstValue("Location"))
                                .hasValueSatisfying(
                                        path -> assertThat(path).startsWith("/sign-in"));
                    }
                });
    }

    @Test
    void opensOnlyWhatIsMeantToBeOpen() {
        List<String> open =
                Route.of(mappings).stream()
                        .filter(route -> OpenRoutes.include(route.path()))
                        .map(Route::name)
                        .toList();

        assertThat(OPEN).containsAll(open);
    }

    /** A reporter may send reports of its host and do nothing else, so it stands for no grants. */
    @Test
    void showsAndChangesNothingForWhoMayDoNothing() {
        String secret =
                access.asSystem(() ->
                                tokens.issue(
                                        "route-reporter",
                                        new Grant(Role.REPORTER, "route-none", "nothing"),
                                        null))
                        .secret();
        Client client = new Client(port, secret);

        assertThat(Route.of(mappings))
                .filteredOn(route -> !route.isOpen() && !route.isOwn() && !route.takesReports())
                .allSatisfy(route -> {
                    HttpResponse<String> answer = call(client, route);
                    assertThat(answer.statusCode())
                            .as(route.name() + " " + answer.body())
                            .isIn(403, 404);
                });
    }

    /** Sends what the route wants before it asks who it is. */
    static HttpResponse<String> call(Client client, Route route) {
        String sent = SENT.get(route.name());
        if (route.method().equals("GET")) {
            return client.get(route.path() + (sent == null ? "" : "?" + sent));
        }
        String body = sent == null ? "{}" : sent;
        String path = route.path() + ASKED.getOrDefault(route.name(), "");
        return client.send(route.method(), path, body, Map.of("Content-Type", type(route)));
    }

    private static String type(Route route) {
        return route.pattern().startsWith("/api/")
                ? "application/json"
                : "application/x-www-form-urlencoded";
    }
}
