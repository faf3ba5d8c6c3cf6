package dev.cadastre.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A server in a process of its own, and the command line on its machine. */
final class RunningServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final Process process;
    private final String url;
    private final Map<String, String> variables;
    private final HttpClient http = HttpClient.newHttpClient();

    RunningServer(Path home, Process process, String url) {
        this(home, process, url, Map.of("CADASTRE_HOME", home.toString()));
    }

    private RunningServer(Path home, Process process, String url, Map<String, String> variables) {
        this.home = home;
        this.process = process;
        this.url = url;
        this.variables = variables;
    }

    /** The same server, whose certificate the command line trusts. */
    RunningServer trusting(Path certificate) {
        Map<String, String> more = new HashMap<>(variables);
        more.put("CADASTRE_CA", certificate.toString());
        return new RunningServer(home, process, url, more);
    }

    Path home() {
        return home;
    }

    String url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    /** Runs {@code cadastre} with these words. */
    Ran cadastre(String... words) {
        return cadastreReading("", words);
    }

    /** The same with that on standard input. */
    Ran cadastreReading(String input, String... words) {
        return Programs.run(variables, input, command(words));
    }

    /** The same for what may take that long. */
    Ran cadastreWithin(Duration limit, String... words) {
        return Programs.run(limit, variables, "", command(words));
    }

    private static String[] command(String... words) {
        return Stream.concat(Stream.of(Programs.CADASTRE.toString()), Stream.of(words))
                .toArray(String[]::new);
    }

    /** The items that a command prints, which must succeed. */
    List<JsonNode> items(String... words) {
        return cadastre(
                        Stream.concat(Stream.of(words), Stream.of("-o", "json"))
                                .toArray(String[]::new))
                .exited(0)
                .items();
    }

    /** A host as the server describes it. */
    JsonNode host(String name) {
        return cadastre("host", name, "-o", "json").exited(0).json();
    }

    /** Waits until the host's outcome is of that kind, and returns the outcome. */
    JsonNode awaitOutcome(String host, String kind) {
        Waiting.until(
                PATIENCE,
                () -> kind.equals(outcome(host)),
                () -> host + " is not " + kind + ": " + cadastre("host", host, "-o", "json"));
        return host(host).get("outcome");
    }

    private String outcome(String host) {
        Ran ran = cadastre("host", host, "-o", "json");
        return ran.exit() == 0 ? ran.json().at("/outcome/kind").asString() : "";
    }

    /** A token of that name in all environments. */
    String token(String name, String role) {
        return cadastre("token", "create", name, "--role", role).exited(0).out().strip();
    }

    /** Posts a report as a host does that pushes. */
    HttpResponse<String> push(String token, String report) throws IOException {
        return post(token, "/reports", "text/plain", report);
    }

    /** Posts to the API, without the time that a command line takes to start. */
    HttpResponse<String> post(String token, String path, String type, String body)
            throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Ends the server without warning; its PostgreSQL lives on. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Ends PostgreSQL's first process without warning. */
    void killPostgres() {
        Programs.run("kill", "-KILL", postmaster()).exited(0);
    }

    String postmaster() {
        try {
            return Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
        http.close();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the server did not stop within " + PATIENCE);
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
