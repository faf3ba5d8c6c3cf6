package dev.cadastre.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The distribution's Prometheus. */
final class Prometheus implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final String address;
    private final Path log;
    private final Process process;

    private Prometheus(String address, Path log, Process process) {
        this.address = address;
        this.log = log;
        this.process = process;
    }

    /** Starts one with this configuration and these options, at a host and port. */
    static Prometheus at(String address, Path folder, String configuration, String... options) {
        try {
            Path file = Files.writeString(folder.resolve("prometheus.yml"), configuration);
            Path log = folder.resolve("prometheus.log");
            List<String> command =
                    new ArrayList<>(
                            List.of(
                                    "prometheus",
                                    "--config.file=" + file,
                                    "--storage.tsdb.path=" + folder.resolve("tsdb"),
                                    "--web.listen-address=" + address));
            command.addAll(List.of(options));
            return new Prometheus(
                    address,
                    log,
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("Prometheus cannot be started", e);
        }
    }

    /** What a query finds now; nothing while it is not ready to answer. */
    List<Double> values(String query) {
        String path = "query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return answer(path).stream()
                .flatMap(answer -> answer.at("/data/result").valueStream())
                .map(series -> Double.valueOf(series.at("/value/1").asString()))
                .toList();
    }

    /** Its answer at a path below /api/v1/; empty while it is not ready to. */
    Optional<JsonNode> answer(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://%s/api/v1/%s".formatted(address, path)))
                        .timeout(LIMIT)
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? Optional.of(JsonMapper.shared().readTree(answer.body()))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** What it has said of itself. */
    String log() {
        try {
            return "\n" + Files.readString(log);
        } catch (IOException e) {
            return " and its log cannot be read: " + e.getMessage();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
