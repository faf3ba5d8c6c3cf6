package dev.cadastre.cli.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Instant NOW = Instant.parse("2026-11-17T14:00:00Z");
    private static final Instant EXPIRES = NOW.plusSeconds(3600);
    private static final ShareToken TOKEN = ShareToken.random(new Random(1));

    private final Gate gate = new Gate(TOKEN, EXPIRES, true, "127.0.0.1:8000");

    private Verdict decide(String line, String... headers) throws BadHead {
        String text = line + " HTTP/1.1\r\nHost: here:8443";
        return gate.decide(
                Head.parse(String.join("\r\n", text, String.join("\r\n", headers)).strip()), NOW);
    }

    private static int status(Verdict verdict) {
        return ((Verdict.Refused) verdict).status();
    }

    private Head passed(String line, String... headers) throws BadHead {
        String[] all = new String[headers.length + 1];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Cookie: a=1; __Host-cadastre-share=" + TOKEN.text() + "; b=2";
        return ((Verdict.Passed) decide(line, all)).head();
    }

    @Test
    void linkBecomesACookieOfThisHostThatNoScriptReads() throws BadHead {
        Verdict.Entered entered = (Verdict.Entered) decide("GET " + gate.path());

        assertThat(entered.location()).isEqualTo("/");
        assertThat(entered.cookie())
                .startsWith("__Host-cadastre-share=" + TOKEN.text())
                .contains("; Path=/", "; HttpOnly", "; Secure", "; SameSite=Lax", "Max-Age=3600");
    }

    @Test
    void linkKeepsTheRestOfTheAddressAndLeadsToNoOtherHost() throws BadHead {
        String given = "cadastre-share=" + TOKEN.text();

        assertThat(((Verdict.Entered) decide("GET /a?b=1&" + given + "&c=2")).location())
                .isEqualTo("/a?b=1&c=2");
        assertThat(((Verdict.Entered) decide("GET //evil.example/?" + given)).location())
                .isEqualTo("/evil.example/");
    }

    @Test
    void refusesWhoeverHasNoTokenOrAnother() throws BadHead {
        assertThat(status(decide("GET /"))).isEqualTo(403);
        assertThat(status(decide("GET /?cadastre-share="))).isEqualTo(403);
        assertThat(status(decide("GET " + gate.path() + "x"))).isEqualTo(403);
        assertThat(status(decide("GET /", "Cookie: __Host-cadastre-share=x"))).isEqualTo(403);
        assertThat(status(decide("GET /", "Cookie: cadastre-share=" + TOKEN.text())))
                .isEqualTo(403);
    }

    @Test
    void refusesEverybodyFromTheMomentWhenItExpires() throws BadHead {
        Head head = Head.parse("GET " + gate.path() + " HTTP/1.1");

        assertThat(gate.decide(head, EXPIRES.minusMillis(1))).isInstanceOf(Verdict.Entered.class);
        assertThat(status(gate.decide(head, EXPIRES))).isEqualTo(410);
    }

    @Test
    void appSeesABrowserOfItsOwnMachineAndNoToken() throws BadHead {
        Head head =
                passed(
                        "POST /a?b",
                        "Origin: https://here:8443",
                        "Referer: https://here:8443/a",
                        "X-Forwarded-For: 1.2.3.4",
                        "Connection: keep-alive",
                        "Expect: 100-continue");

        assertThat(head.first()).isEqualTo("POST /a?b HTTP/1.1");
        assertThat(head.values("Host")).containsExactly("127.0.0.1:8000");
        assertThat(head.values("Origin")).containsExactly("http://127.0.0.1:8000");
        assertThat(head.values("Referer")).containsExactly("http://127.0.0.1:8000/a");
        assertThat(head.values("Cookie")).containsExactly("a=1; b=2");
        assertThat(head.values("Connection")).containsExactly("close");
        assertThat(head.has("X-Forwarded-For") || head.has("Expect")).isFalse();
        assertThat(head.text()).doesNotContain(TOKEN.text());
    }

    @Test
    void leavesOriginsOfOthersAsTheyAre() throws BadHead {
        assertThat(passed("POST /", "Origin: https://here:8443.evil.example").value("Origin"))
                .contains("https://here:8443.evil.example");
    }

    @Test
    void passesOtherProtocolsOn() throws BadHead {
        Head head = passed("GET /", "Upgrade: websocket", "Connection: keep-alive, Upgrade");

        assertThat(head.values("Connection")).containsExactly("Upgrade");
        assertThat(head.values("Upgrade")).containsExactly("websocket");
    }

    @Test
    void redirectsOfTheAppLeadToWhereItIsShared() throws BadHead {
        Head request = Head.parse("GET / HTTP/1.1\r\nHost: here:8443");

        assertThat(answered("http://127.0.0.1:8000/new", request))
                .contains("https://here:8443/new");
        assertThat(answered("/new", request)).contains("/new");
        assertThat(answered("http://127.0.0.1:80001/", request))
                .contains("http://127.0.0.1:80001/");
    }

    private java.util.Optional<String> answered(String location, Head request) throws BadHead {
        return gate.answered(Head.parse("HTTP/1.1 302 Found\r\nLocation: " + location), request)
                .value("Location");
    }

    @Test
    void tokensDifferAndDoNotTellThemselves() {
        ShareToken other = ShareToken.random(new Random(2));

        assertThat(TOKEN.is(other.text())).isFalse();
        assertThat(TOKEN.is(TOKEN.text())).isTrue();
        assertThat(TOKEN.text()).hasSize(43);
        assertThat(gate.toString()).doesNotContain(TOKEN.text());
    }
}
