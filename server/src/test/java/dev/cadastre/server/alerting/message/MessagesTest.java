package dev.cadastre.server.alerting.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.alerting.telling.NoticeKind;
import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MessagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final URI PAGE = URI.create("https://cadastre.example/incidents/17");

    private static Message message(NoticeKind kind, String said) {
        IncidentState state = kind.isLast() ? IncidentState.RESOLVED : IncidentState.OPEN;
        return Messages.of(
                new Notice(
                        kind,
                        "It is open and was not told yet.",
                        Stories.story(Stories.incident(17, "data", state), said),
                        Stories.OPENED.plusSeconds(3),
                        PAGE));
    }

    @Test
    void saysWhatIsDownBecauseOfWhatAndWhatChangedBefore() {
        Message message = message(NoticeKind.OPENED, "");

        assertThat(message.subject()).isEqualTo("[incident 17] postgresql on db1 is CRITICAL");
        assertThat(message.text())
                .contains(
                        "service:5432-tcp@db1 in prod, since 2100-01-01 09:16:00 UTC",
                        "CRITICAL: postgresql on service:5432-tcp@db1",
                        "2100-01-01 09:12:00 UTC host:db1: libssl3 3.0.1 became 3.0.2, by run:42",
                        "by way of service:5432-tcp@db1 → host:db1",
                        "2000 monitors cannot work because of it",
                        "applications: shop",
                        "the team data. The estate names it for host:db1.",
                        "phone: +49 1",
                        PAGE.toString())
                .doesNotContain("secret.example");
        assertThat(message.html()).contains("<a href=\"" + PAGE + "\">");
    }

    @Test
    void saysHowLongItTookWhenItIsOver() {
        Message message = message(NoticeKind.RESOLVED, "");

        assertThat(message.subject()).startsWith("[incident 17] Over: ");
        assertThat(message.text()).contains("It was over at 2100-01-01 10:21:00 UTC, after 1h 5m.");
    }

    @Test
    void saysTheSameToPrograms() {
        JsonNode json = JSON.readTree(message(NoticeKind.OPENED, "").json());

        assertThat(json.get("type").asString()).isEqualTo("incident.opened");
        assertThat(json.get("timestamp").asString()).isEqualTo("2100-01-01T09:16:03.000Z");
        assertThat(json.at("/data/incident").asLong()).isEqualTo(17);
        assertThat(json.at("/data/cause").asString()).isEqualTo("service:5432-tcp@db1");
        assertThat(json.at("/data/failures/0/monitor").asLong()).isEqualTo(17);
        assertThat(json.at("/data/changes/0/noticedAfter").asBoolean()).isTrue();
        assertThat(json.at("/data/owner/contacts").toString()).isEqualTo("{\"phone\":\"+49 1\"}");
        assertThat(json.at("/data/url").asString()).isEqualTo(PAGE.toString());
    }

    @Property
    void letsNothingOfHostsActOnWhoReads(@ForAll String said) {
        Message message = message(NoticeKind.OPENED, "\r\nBcc: x\u202E<script>&" + said);

        assertThat(message.subject()).doesNotContainPattern("\\p{Cntrl}");
        assertThat(message.text().replace("\n", "")).doesNotContainPattern("[\\p{Cntrl}\u202E]");
        assertThat(message.text()).doesNotContain("\nBcc");
        assertThat(message.html()).doesNotContain("<script>");
        assertThat(JSON.readTree(message.json()).has("data")).isTrue();
        assertThat(message.text()).hasSizeLessThan(20_000);
    }
}
