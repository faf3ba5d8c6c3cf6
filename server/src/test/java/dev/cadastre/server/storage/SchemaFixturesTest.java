package dev.cadastre.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.CadastreServer;
import dev.cadastre.server.storage.backup.BackupFile;
import dev.cadastre.server.storage.backup.Progress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each released version left in its tables and home is read by this one. The backups were made
 * by these versions; see {@code BackupTest} of the acceptance tests.
 */
class SchemaFixturesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/schema");
    private static final long MOST_BYTES = 300 << 10;

    @TempDir private Path folder;

    private static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.sorted().toList();
        }
    }

    @Test
    void areSmallAndOfEveryPart() throws IOException {
        assertThat(fixtures()).isNotEmpty();
        for (Path fixture : fixtures()) {
            assertThat(Files.size(fixture)).as(fixture.toString()).isLessThan(MOST_BYTES);
            try (BackupFile file = BackupFile.open(fixture)) {
                file.verify(Progress.NONE);
                assertThat(file.head().schemas()).containsKeys("estate", "inventory", "change");
                assertThat(file.rows()).isGreaterThan(100);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void isMigratedAndRead(Path fixture) throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        new Restore(new RestoreOrder(fixture, home, null, null, null, true), Progress.NONE).run();

        try (var server =
                new SpringApplicationBuilder(CadastreServer.class)
                        .run(
                                "--server.port=0",
                                "--cadastre.home=" + home,
                                "--cadastre.collection.this-machine=false",
                                "--cadastre.collection.scheduled=false")) {
            assertThat(server.isActive()).isTrue();
            for (String list :
                    List.of(
                            "hosts",
                            "hosts/edge1/packages",
                            "hosts/edge1/history",
                            "teams",
                            "corrections",
                            "deployments",
                            "monitors",
                            "incidents",
                            "runs",
                            "parcels",
                            "apps",
                            "people",
                            "timeline",
                            "audit")) {
                assertThat(get(home, list).get("items")).as(list).isNotEmpty();
            }
            long monitor = get(home, "monitors").at("/items/0/id").asLong();
            JsonNode series =
                    get(
                            home,
                            "monitors/%d/series?from=2026-11-01T00:00:00Z&to=2027-01-01T00:00:00Z"
                                    .formatted(monitor));
            assertThat(series.toString()).contains("charge");
        }
    }

    private static JsonNode get(Path home, String path) throws IOException, InterruptedException {
        String url = Files.readString(home.resolve("server.url")).strip();
        String token = Files.readString(home.resolve("cli-token")).strip();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1/" + path))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
            return JsonMapper.shared().readTree(answer.body());
        }
    }
}
