package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.dispatch.HttpFetch;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.NewHost;
import dev.cadastre.server.inventory.BrokenServer.Behaviour;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.timeline.TimelineQuery;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class JsonstatsPollTest {

    private static final String DOCUMENT =
            "{\"deb\": {\"adduser\": \"3.134\",\"zlib1g:amd64\": \"1:1.2.13.dfsg-1\"},\"pip\": {}}";

    @Autowired private HttpFetch fetch;
    @Autowired private Reports reports;
    @Autowired private JsonstatsTable table;
    @Autowired private Hosts hosts;
    @Autowired private Packages packages;
    @Autowired private Timeline timeline;
    @Autowired private Estate estate;
    @Autowired private Access access;
    @Autowired private Clock clock;

    /** Long enough for what answers, and short enough for what never does. */
    private Collector.Ending poll(String name, Behaviour behaviour, Duration limit)
            throws IOException {
        try (BrokenServer server = BrokenServer.that(behaviour)) {
            return poll(name, server.uri(), limit);
        }
    }

    private Collector.Ending poll(String name, URI uri, Duration limit) {
        var properties = new JsonstatsProperties(Duration.ofMinutes(5), 20, limit, 100_000, false);
        var poll = new JsonstatsPoll(fetch, reports, table, properties, clock);
        return access.asSystem(() -> poll.poll(host(name), uri, NewEvent.SYSTEM));
    }

    private DeclaredHost host(String name) {
        return estate.host(name)
                .orElseGet(() -> {
                    Map<String, String> settings = Map.of("address", "none");
                    estate.addHost(new NewHost(name, "jsonstats", List.of(), settings));
                    return estate.host(name).orElseThrow();
                });
    }

    private static final Duration AMPLE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void readsTheOriginalByteByByteToTheEndOfTheStream() throws IOException {
        try (BrokenServer server = BrokenServer.original(DOCUMENT)) {
            assertThat(poll("jsonstats1", server.uri(), AMPLE))
                    .isEqualTo(Collector.Ending.COLLECTED);
        }

        assertThat(
                        packages.ofHost(
                                        new HostPackageQuery(
                                                "jsonstats1", null, null, null, null, 9),
                                        Reach.ALL)
                                .items())
                .extracting(item -> item.item().name(), item -> item.item().version())
                .containsExactly(tuple("adduser", "3.134"), tuple("zlib1g", "1:1.2.13.dfsg-1"));
        HostDetail detail = hosts.detail("jsonstats1", Reach.ALL).orElseThrow();
        assertThat(detail.jsonstats())
                .isNotNull()
                .extracting(server -> server.outcome().kind())
                .isEqualTo(Outcome.Kind.COLLECTED);
        assertThat(detail.sources())
                .extracting(HostDetail.SectionSource::section, HostDetail.SectionSource::source)
                .containsExactly(tuple("packages-dpkg", Source.JSONSTATS));
    }

    @Test
    void endsWithItsTimeWhereNothingComes() throws IOException {
        assertThat(poll("jsonstats2", out -> BrokenServer.hang(), SHORT).kind())
                .isEqualTo(Outcome.Kind.TIMED_OUT);
    }

    @Test
    void endsWithItsTimeWhereBytesTrickleForEver() throws IOException {
        Behaviour trickle =
                out -> {
                    BrokenServer.head(out, "200 OK", "application/json");
                    BrokenServer.trickle(out, " ");
                };

        assertThat(poll("jsonstats3", trickle, SHORT).kind()).isEqualTo(Outcome.Kind.TIMED_OUT);
    }

    @Test
    void endsWithItsTimeWhereTheHeadTricklesForEver() throws IOException {
        Behaviour trickle =
                out -> {
                    BrokenServer.text(out, "HTTP/1.0 200 OK\r\n");
                    BrokenServer.trickle(out, "X-More: 1\r\n");
                };

        assertThat(poll("jsonstats4", trickle, SHORT).kind()).isEqualTo(Outcome.Kind.TIMED_OUT);
    }

    @Test
    void stopsReadingAFlood() throws IOException {
        Behaviour flood =
                out -> {
                    BrokenServer.head(out, "200 OK", "application/json");
                    while (true) {
                        BrokenServer.text(out, "[".repeat(10_000));
                    }
                };

        Collector.Ending ending = poll("jsonstats5", flood, AMPLE);

        assertThat(ending.kind()).isEqualTo(Outcome.Kind.GARBLED);
        assertThat(ending.reason()).contains("more than 100000 bytes");
    }

    @Test
    void showsTheTextOfA500() throws IOException {
        Behaviour failing =
                out -> {
                    BrokenServer.head(out, "500 Internal Server Error", "text/plain");
                    BrokenServer.text(out, "A server error occurred.\nContact the administrator.");
                };

        Collector.Ending ending = poll("jsonstats6", failing, AMPLE);

        assertThat(ending.kind()).isEqualTo(Outcome.Kind.GARBLED);
        assertThat(ending.reason())
                .contains("500: A server error occurred. Contact the administrator.");
    }

    @Test
    void doesNotFollowARedirect() throws IOException {
        Behaviour redirecting =
                out ->
                        BrokenServer.text(
                                out,
                                "HTTP/1.0 302 Found\r\nLocation: http://169.254.169.254/\r\n\r\n");

        assertThat(poll("jsonstats7", redirecting, AMPLE).reason()).contains("sends elsewhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no HTTP at all\r\n\r\n",
                "HTTP/1.0 200 OK\r\nContent-Length: 500\r\n\r\n{\"deb\":",
                "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<html></html>",
                "HTTP/1.0 200 OK\r\n\r\n{\"deb\": {\"a\": ",
                "HTTP/1.0 200 OK\r\n\r\nnull"
            })
    void survivesWhateverIsSent(String answer) throws IOException {
        Collector.Ending ending = poll("jsonstats8", out -> BrokenServer.text(out, answer), AMPLE);

        assertThat(ending.kind()).isIn(Outcome.Kind.GARBLED, Outcome.Kind.UNREACHABLE);
        assertThat(ending.remedy()).isNotBlank();
    }

    @Test
    void keepsWhatIsKnownWhereALaterAnswerIsEmpty() throws IOException {
        try (BrokenServer server = BrokenServer.original(DOCUMENT)) {
            poll("jsonstats9", server.uri(), AMPLE);
        }
        try (BrokenServer server = BrokenServer.original("{\"deb\": {}, \"pip\": {}}")) {
            assertThat(poll("jsonstats9", server.uri(), AMPLE))
                    .isEqualTo(Collector.Ending.COLLECTED);
        }

        assertThat(hosts.named("jsonstats9", null, Reach.ALL).orElseThrow().packages())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://[fe80::1]:8008/",
                "http://0.0.0.0:8008/"
            })
    void doesNotAskWhereNoHostIs(String address) {
        assertThat(poll("jsonstats10", URI.create(address), AMPLE).kind())
                .isEqualTo(Outcome.Kind.REFUSED);
    }

    @Test
    void tellsOfFailingAndOfAnsweringAgainOnce() throws IOException {
        Behaviour failing = out -> BrokenServer.head(out, "500 No", "text/plain");
        Behaviour answering =
                out -> {
                    BrokenServer.head(out, "200 OK", "text/plain");
                    out.write(DOCUMENT.getBytes(StandardCharsets.UTF_8));
                };
        poll("jsonstats11", failing, AMPLE);
        poll("jsonstats11", failing, AMPLE);
        poll("jsonstats11", answering, AMPLE);

        assertThat(timeline.find(new TimelineQuery(null, "host:jsonstats11", null, null, 10)))
                .extracting(TimelineEvent::kind)
                .filteredOn(kind -> kind.startsWith("jsonstats"))
                .containsExactly("jsonstats.recovered", "jsonstats.failed");
    }
}
