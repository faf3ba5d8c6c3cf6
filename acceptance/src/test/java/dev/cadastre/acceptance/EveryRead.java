package dev.cadastre.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a server everything that its API can be asked: each GET of docs/openapi.json, of all that
 * its lists name, now and at given moments. Not thread-safe.
 */
final class EveryRead implements AutoCloseable {

    private static final Path DESCRIPTION = Programs.CHECKOUT.resolve("docs/openapi.json");
    private static final Pattern VARIABLES = Pattern.compile("\\{(\\w+)}(?:/\\{(\\w+)})?");
    private static final String BASE = "/api/v1/";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** What a server says of its own work, of what is under way, or of hosts that it asks then. */
    private static final List<String> OF_THE_MOMENT =
            List.of(
                    "/api/v1/collections/",
                    "/api/v1/deliveries/status",
                    "/api/v1/doctor",
                    "/api/v1/drift",
                    "/api/v1/events",
                    "/api/v1/file-packages/",
                    "/api/v1/hosts/{name}/bundles",
                    "/api/v1/map/status",
                    "/api/v1/monitors/status",
                    "/api/v1/sessions",
                    "/api/v1/upgrades/",
                    "/healthz");

    /** Where names are found that the address above does not list. */
    private static final Map<String, String> LISTS =
            Map.of(
                    "estate/hosts/", "hosts",
                    "inventory/ansible/", "hosts",
                    "query/saved/", "query/saved",
                    "plans/", "runs",
                    "change-archives/", "runs");

    /** By which name an item has what an address wants, where that is not the variable's or id. */
    private static final Map<String, String> NAMES =
            Map.of("plans/", "plan", "change-archives/", "archive", "channels/", "team");

    /** What some want to be asked. */
    private static final Map<String, String> QUERIES =
            Map.of(
                    "diff", "a=edge1&b=edge2",
                    "impact", "asset=device:router1",
                    "map/way", "from=device:router1&to=host:edge1",
                    "packages/hosts", "name=openssl",
                    "packages/versions", "name=openssl",
                    "prometheus/targets", "port=9100",
                    "reports/known", "host=edge1",
                    "search", "q=openssl",
                    "query/completion", "text=os:&caret=3");

    /** What differs between two answers that say the same: when, and by which request. */
    private static final Pattern OWN =
            Pattern.compile(
                    "urn:cadastre:request:[0-9a-f]+|(?<=\"(?:evaluatedAt|timestamp)\":\")[^\"]+"
                            + "|(?<=\"at\":\")[^\"]+(?=\",\"format\":\"cadastre-map/1\")");

    private static final JsonMapper ORDERING =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;
    private final List<String> moments;
    private final Map<String, JsonNode> lists = new HashMap<>();
    private final Map<String, String> answers = new TreeMap<>();

    private EveryRead(RunningServer server, List<String> moments) {
        this.url = server.url();
        this.moments = moments;
        try {
            token = Files.readString(server.home().resolve("cli-token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All answers by what was asked.
     *
     * @param moments at which everything with a past is asked, too
     */
    static Map<String, String> of(RunningServer server, List<String> moments) {
        try (EveryRead reads = new EveryRead(server, moments)) {
            JsonNode paths = JsonMapper.shared().readTree(DESCRIPTION).get("paths");
            paths.propertyStream()
                    .filter(path -> path.getValue().has("get"))
                    .filter(path -> OF_THE_MOMENT.stream().noneMatch(path.getKey()::startsWith))
                    .forEach(path -> reads.ask(path.getKey(), path.getValue().get("get")));
            return reads.answers;
        }
    }

    private void ask(String template, JsonNode operation) {
        List<String> parameters =
                operation.path("parameters").valueStream().map(each -> text(each, "name")).toList();
        for (String path : addresses(template)) {
            List<String> query = new ArrayList<>();
            Optional.ofNullable(QUERIES.get(below(template))).ifPresent(query::add);
            if (parameters.contains("limit")) {
                query.add("limit=100");
            }
            if (template.equals(BASE + "map/changes")) {
                query.add("from=" + moments.getFirst() + "&to=" + moments.getLast());
            }
            if (template.endsWith("/series")) {
                query.add("points=50&from=" + moments.getFirst() + "&to=" + moments.getLast());
            }
            answer(path, query);
            if (parameters.contains("at")) {
                for (String moment : moments) {
                    answer(path, Stream.concat(query.stream(), Stream.of("at=" + moment)).toList());
                }
            }
        }
    }

    private static String below(String path) {
        return path.startsWith(BASE) ? path.substring(BASE.length()) : path;
    }

    /** All addresses of that form; none if nothing is named that could stand in it. */
    private List<String> addresses(String template) {
        if (template.endsWith("/manual/{path}")) {
            return addresses(template.replace("{path}", "index.md"));
        }
        if (template.contains("/jobs/{job}/")) {
            return addresses("/api/v1/runs/{id}").stream().flatMap(this::outputs).toList();
        }
        Matcher variable = VARIABLES.matcher(template);
        if (!variable.find()) {
            return List.of(template);
        }
        String parent = template.substring(0, variable.start());
        List<String> addresses = new ArrayList<>();
        for (JsonNode item : items(parent)) {
            String value = encoded(value(item, below(parent), variable.group(1)));
            if (variable.group(2) != null) {
                value += "/" + encoded(value(item, "", variable.group(2)));
            }
            addresses.addAll(addresses(parent + value + template.substring(variable.end())));
        }
        return addresses;
    }

    private List<JsonNode> items(String parent) {
        String list = LISTS.getOrDefault(below(parent), parent.replaceFirst("/$", ""));
        String path = list.startsWith("/") ? list : BASE + list;
        return lists.computeIfAbsent(path, one -> JsonMapper.shared().readTree(get(one)))
                .path("items")
                .valueStream()
                .toList();
    }

    private static String value(JsonNode item, String parent, String variable) {
        JsonNode deeper = item.findValue(variable);
        return Stream.concat(
                        Stream.of(NAMES.getOrDefault(parent, variable), variable, "id", "name")
                                .map(name -> text(item, name)),
                        Stream.of(deeper == null ? "" : deeper.asString("")))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("no %s%s in %s".formatted(parent, variable, item)));
    }

    private static String text(JsonNode item, String name) {
        return item.path(name).asString("");
    }

    private Stream<String> outputs(String run) {
        return JsonMapper.shared()
                .readTree(get(run))
                .path("places")
                .valueStream()
                .flatMap(place ->
                        place.path("cells")
                                .valueStream()
                                .map(cell ->
                                        "%s/jobs/%s/places/%s/output"
                                                .formatted(
                                                        run,
                                                        encoded(text(cell, "job")),
                                                        encoded(text(place, "host")))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void answer(String path, List<String> query) {
        String asked = query.isEmpty() ? path : path + "?" + String.join("&", query);
        answers.put(asked, OWN.matcher(ordered(get(asked))).replaceAll("…"));
    }

    /** What an object says does not depend on the order in which it says it. */
    private static String ordered(String answer) {
        return answer.startsWith("{")
                ? ORDERING.writeValueAsString(ORDERING.readValue(answer, Object.class))
                : answer;
    }

    private String get(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", "Bearer " + token)
                        .timeout(LIMIT)
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            byte[] body = answer.body();
            String type = answer.headers().firstValue("Content-Type").orElse("");
            boolean isText = type.startsWith("text/") || type.contains("json");
            String text =
                    isText
                            ? new String(body, StandardCharsets.UTF_8)
                            : "%d bytes %08x".formatted(body.length, Arrays.hashCode(body));
            return answer.statusCode() == 200 ? text : answer.statusCode() + " " + text;
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
