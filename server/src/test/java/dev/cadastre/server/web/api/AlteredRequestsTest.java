package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.Alterations;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Tokens;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * What other systems send, altered at random, each for {@code -Dcadastre.soak.seconds}, with {@code
 * -Dcadastre.soak=true} alone: it is taken or refused, by no error of the server, and soon. {@code
 * -Dcadastre.soak.seed} repeats a run; what fails is kept below target.
 */
@EnabledIfSystemProperty(named = "cadastre.soak", matches = "true")
@ServerTest
class AlteredRequestsTest {

    private static final long SECONDS = Long.getLong("cadastre.soak.seconds", 20);
    private static final long SEED = Long.getLong("cadastre.soak.seed", System.nanoTime());
    private static final long LONGEST_NANOS = 10_000_000_000L;

    /** As Prometheus sends them. */
    private static final String ALERTS =
            """
            [{"labels":{"alertname":"InstanceDown","instance":"web1.example.com:9100","job":"node",
               "severity":"critical"},
              "annotations":{"summary":"web1 is down","description":"It did not answer for 5m."},
              "startsAt":"2026-11-23T12:00:00.123Z","endsAt":"2026-11-23T12:04:00.123Z",
              "generatorURL":"http://prometheus.example.com:9090/graph?g0.expr=up+%3D%3D+0&g0.tab=1"},
             {"labels":{"alertname":"Watchdog","severity":"none"},"annotations":{},
              "startsAt":"2026-11-23T12:00:00Z","endsAt":"0001-01-01T00:00:00Z","generatorURL":""}]
            """;

    /** As OSV publishes them. */
    private static final String ADVISORY =
            """
            {"schema_version":"1.7.0","id":"GHSA-jfh8-c2jp-5v3q","modified":"2025-10-22T19:13:15Z",
             "published":"2021-12-10T00:40:56Z","aliases":["CVE-2021-44228"],
             "summary":"Remote code injection in Log4j","details":"# Summary\\n\\nLog4j …",
             "severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H"}],
             "affected":[{"package":{"ecosystem":"Maven",
                 "name":"org.apache.logging.log4j:log4j-core",
                 "purl":"pkg:maven/org.apache.logging.log4j/log4j-core"},
               "ranges":[{"type":"ECOSYSTEM",
                 "events":[{"introduced":"2.13.0"},{"fixed":"2.15.0"}]}],
               "database_specific":{"last_known_affected_version_range":"< 2.15.0"}}],
             "references":[{"type":"ADVISORY","url":"https://nvd.nist.gov/vuln/detail/CVE-2021-44228"}]}
            """;

    private static final String ASSETS =
            """
            id,title,environment,owner,lifecycle,label.site,attribute.address
            device:switch3,"Core switch, left",prod,,LIVE,berlin,192.0.2.33
            rack:a1,Rack A1,,,,berlin,
            saas:mail,"Mail ""the old""\",,,,,
            """;

    private static final String MAP =
            """
            {"format":"cadastre-map/1","at":"2026-05-04T14:00:00.000Z","assets":[
              {"id":"device:db9","kind":"device","title":"Database","environment":"prod",
               "lifecycle":"LIVE","presence":"SEEN","labels":{"site":"berlin"},"attributes":{},
               "owner":{"team":"platform","contacts":{"email":"platform@example.com"},
                 "reason":"told","inheritedFrom":"host:db1"}},
              {"id":"device:app9","kind":"device","labels":{},"attributes":{}}],
             "relations":[{"source":"device:app9","type":"CONNECTS_TO","target":"device:db9",
               "sight":"SEEN","standing":"STEADY",
               "alternatives":{"name":"pool","assumed":true},
               "evidence":[{"source":"SOCKETS","by":"sockets","count":1}]}],
             "omitted":0}
            """;

    private static final String DEPLOYMENT =
            """
            {"key":"jenkins-7","app":"shop","version":"1.2","environment":"prod","by":"ann",
             "tool":"jenkins","run":"7","link":"https://ci.example.com/jobs/7",
             "parameters":{"workers":"4"},"programs":["gunicorn"]}
            """;

    /** Where others send something. */
    enum Sent {
        ALERTS_IN("/api/v2/alerts", "application/json", ALERTS),
        DEPLOYMENTS("/api/v1/deployments", "application/json", DEPLOYMENT),
        ADVISORIES("/api/v1/advisories", "application/json", ADVISORY),
        CSV("/api/v1/assets/import", "text/csv", ASSETS),
        MAP_IN("/api/v1/map/import?source=altered&create=true", "application/json", MAP);

        private final String path;
        private final String type;
        private final String sample;

        Sent(String path, String type, String sample) {
            this.path = path;
            this.type = type;
            this.sample = sample;
        }
    }

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient client = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        client = ApiClient.administrator(server, access, tokens);
    }

    @ParameterizedTest
    @EnumSource
    void isTakenOrRefused(Sent sent) throws IOException {
        repeated(
                sent.name(),
                List.of(sent.sample.getBytes(StandardCharsets.UTF_8)),
                (asked, body) ->
                        asked.request(sent.path)
                                .header("Content-Type", sent.type)
                                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Queries become SQL, which no parser's test would see. */
    @ParameterizedTest
    @EnumSource
    void isAnsweredOrRefused(Asked asked) throws IOException {
        repeated(
                asked.name(),
                queries(),
                (client, query) -> client.request(asked.path + encoded(query)));
    }

    /** Where queries are asked. */
    enum Asked {
        HOSTS("/api/v1/hosts?limit=5&q="),
        PACKAGES("/api/v1/packages?limit=5&q="),
        SEARCH("/api/v1/search?q=");

        private final String path;

        Asked(String path) {
            this.path = path;
        }
    }

    private static List<byte[]> queries() throws IOException {
        try (Stream<String> lines =
                Files.lines(Path.of("../libs/query/src/test/resources/good.txt"))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("("))
                    .map(line -> line.getBytes(StandardCharsets.UTF_8))
                    .toList();
        }
    }

    /** What fits into the address of a request. */
    private static String encoded(byte[] query) {
        byte[] some = Arrays.copyOf(query, Math.min(query.length, 1_500));
        return URLEncoder.encode(new String(some, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private void repeated(
            String name,
            List<byte[]> samples,
            BiFunction<ApiClient, byte[], HttpRequest.Builder> request)
            throws IOException {
        Random random = new Random(SEED);
        assertThat(client.send(request.apply(client, samples.getFirst())).statusCode())
                .as("the sample itself")
                .isBetween(200, 299);
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        for (long input = 0; System.nanoTime() < end; input++) {
            byte[] altered = Alterations.of(samples.get(random.nextInt(samples.size())), random);
            long began = System.nanoTime();
            HttpResponse<String> answer = client.send(request.apply(client, altered));
            long nanos = System.nanoTime() - began;
            if (answer.statusCode() >= 500 || nanos > LONGEST_NANOS) {
                Path kept = Path.of("target", "altered-" + name + "-" + SEED + "-" + input);
                Files.write(kept, altered);
                throw new AssertionError(
                        "%d within %,d ns, seed %d, input kept in %s: %s"
                                .formatted(answer.statusCode(), nanos, SEED, kept, answer.body()));
            }
        }
    }
}
