package dev.cadastre.server.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Grant;
import dev.cadastre.server.access.People;
import dev.cadastre.server.access.Person;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.SignInLinks;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class SignInTest {

    private static final String PASSWORD = "a long and quiet river";

    @LocalServerPort private int port;
    @Autowired private Access access;
    @Autowired private People people;
    @Autowired private SignInLinks links;

    private Client client() {
        return new Client(port, null);
    }

    private Person add(String name) {
        return access.asSystem(() -> people.add(name, List.of(new Grant(Role.VIEWER, null))));
    }

    private String link(String name) {
        return access.asSystem(() -> links.make(name).path());
    }

    private static String code(String link) {
        return link.substring(link.indexOf('=') + 1);
    }

    /** Signs in by a link, choosing the password. */
    private Client signedIn(String name) {
        String link = link(name);
        Client client = client();
        client.submit(link, "/sign-in/link", Map.of("code", code(link), "password", PASSWORD));
        return client;
    }

    private static int account(Client client) {
        return client.get("/account").statusCode();
    }

    @Test
    void letsInByALinkWithAPasswordAndThenByThePassword() {
        add("signin-anna");
        assertThat(account(signedIn("signin-anna"))).isEqualTo(200);

        Client later = client();
        HttpResponse<String> answer =
                later.submit(
                        "/sign-in?next=/hosts",
                        "/sign-in",
                        Map.of("name", "Signin-Anna", "password", PASSWORD, "next", "/hosts"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/hosts");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie)
                                .startsWith("cadastre-session=")
                                .contains("HttpOnly", "SameSite=Lax", "Path=/"));
        assertThat(account(later)).isEqualTo(200);
    }

    @Test
    void usesALinkUpOnceAndNotByLookingAtIt() {
        add("signin-once");
        String link = link("signin-once");
        assertThat(client().get(link).statusCode()).isEqualTo(200);
        assertThat(client().get(link).body()).contains("signin-once");
        Client first = client();
        first.submit(link, "/sign-in/link", Map.of("code", code(link), "password", PASSWORD));

        assertThat(account(first)).isEqualTo(200);
        assertThat(client().get(link).statusCode()).isEqualTo(403);
        Client second = client();
        second.submit(
                "/sign-in", "/sign-in/link", Map.of("code", code(link), "password", PASSWORD));
        assertThat(account(second)).isEqualTo(302);
    }

    @Test
    void keepsALinkGoodWhenThePasswordIsTooWeak() {
        add("signin-weak");
        String link = link("signin-weak");
        Client client = client();

        HttpResponse<String> answer =
                client.submit(
                        link, "/sign-in/link", Map.of("code", code(link), "password", "short"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("at least 12 characters, and this has 5");
        assertThat(client.get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void answersTheSameForAWrongPasswordAndAnUnknownName() {
        add("signin-known");
        signedIn("signin-known");

        HttpResponse<String> wrong = tryToEnter("signin-known");
        HttpResponse<String> unknown = tryToEnter("signin-nobody");

        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(unknown.statusCode()).isEqualTo(403);
        assertThat(neutral(wrong, "signin-known")).isEqualTo(neutral(unknown, "signin-nobody"));
    }

    private HttpResponse<String> tryToEnter(String name) {
        return client().submit(
                        "/sign-in", "/sign-in", Map.of("name", name, "password", "not this one"));
    }

    private static String neutral(HttpResponse<String> answer, String name) {
        return answer.body()
                .replace(name, "NAME")
                .replaceAll("(content|value)=\"[A-Za-z0-9_-]{40,}\"", "TOKEN");
    }

    @Test
    void makesWhoGuessesWait() {
        List<Integer> statuses =
                IntStream.range(0, 7)
                        .mapToObj(i -> tryToEnter("signin-guessed").statusCode())
                        .toList();

        assertThat(statuses).startsWith(403, 403, 403, 403, 403).contains(429);
    }

    @Test
    void sendsNobodyToAnotherServerAfterSigningIn() {
        add("signin-led");
        signedIn("signin-led");

        for (String next : List.of("https://evil.example", "//evil.example", "/\\evil.example")) {
            HttpResponse<String> answer =
                    client().submit(
                                    "/sign-in",
                                    "/sign-in",
                                    Map.of(
                                            "name", "signin-led",
                                            "password", PASSWORD,
                                            "next", next));
            assertThat(answer.headers().firstValue("Location")).hasValue("/");
        }
    }

    @Test
    void refusesAWriteThatDoesNotComeFromOneOfItsPages() {
        add("signin-forged");
        Client client = signedIn("signin-forged");

        assertThat(client.form("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(client.form("/sign-out", Map.of("_csrf", "guessed")).statusCode())
                .isEqualTo(403);
        assertThat(client.json("DELETE", "/api/v1/sessions/1", "").body())
                .contains("\"code\":\"form.stale\"");
        assertThat(account(client)).isEqualTo(200);
    }

    @Test
    void takesTheFormTokenInTheHeaderThatPagesSend() {
        add("signin-header");
        Client client = signedIn("signin-header");
        String token = client.formToken("/account");

        HttpResponse<String> answer =
                client.send("DELETE", "/api/v1/sessions/0", null, Map.of("X-CSRF-TOKEN", token));

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void signsOut() {
        add("signin-leaving");
        Client client = signedIn("signin-leaving");
        Map<String, String> before = Map.copyOf(client.cookies());

        client.submit("/account", "/sign-out", Map.of());

        assertThat(account(client)).isEqualTo(302);
        client.cookies().putAll(before);
        assertThat(account(client)).isEqualTo(302);
    }

    @Test
    void endsAllOtherSessionsWhenThePasswordChanges() {
        add("signin-changing");
        Client here = signedIn("signin-changing");
        Client elsewhere = client();
        elsewhere.submit(
                "/sign-in", "/sign-in", Map.of("name", "signin-changing", "password", PASSWORD));
        assertThat(account(elsewhere)).isEqualTo(200);

        here.submit(
                "/account",
                "/account/password",
                Map.of("present", PASSWORD, "wanted", "another quiet river"));

        assertThat(account(here)).isEqualTo(200);
        assertThat(account(elsewhere)).isEqualTo(302);
    }

    @Test
    void keepsADisabledPersonOutAtOnce() {
        Person person = add("signin-disabled");
        Client client = signedIn("signin-disabled");

        access.asSystem(() -> people.change(person.id(), null, true));

        assertThat(account(client)).isEqualTo(302);
        assertThat(tryToEnter("signin-disabled").statusCode()).isEqualTo(403);
    }
}
