package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.registry.RegistryRefused.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What one registry is told about who asks, and keeps being told. Safe for several threads. */
final class Tokens {

    private static final int MOST_BYTES = 1 << 20;
    private static final int USUAL_SECONDS = 60;
    private static final int MARGIN_SECONDS = 15;
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,65536}");

    private final RegistryHost host;
    private final Sender sender;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    private record Held(String header, Instant until) {}

    Tokens(RegistryHost host, Sender sender) {
        this.host = host;
        this.sender = sender;
    }

    /** The value of the header {@code Authorization}; empty as long as nobody asked for it. */
    Optional<String> header(List<String> scopes) {
        return Optional.ofNullable(held.get(key(scopes)))
                .filter(one -> now().isBefore(one.until()))
                .map(Held::header);
    }

    private Instant now() {
        return sender.settings().patience().clock().instant();
    }

    private static String key(List<String> scopes) {
        return String.join(" ", scopes);
    }

    /**
     * Does what a registry asks for.
     *
     * @return whether there is anything new to tell it
     * @throws RegistryRefused if whoever gives tokens does not give one
     */
    boolean answer(List<Challenge> challenges, List<String> scopes) throws IOException {
        Optional<Login> login = sender.settings().credentials().login(host, repository(scopes));
        for (Challenge challenge : challenges) {
            if (challenge.scheme().equals("bearer")) {
                held.put(key(scopes), token(challenge, scopes, login));
                return true;
            }
        }
        boolean isBasic = challenges.stream().anyMatch(one -> one.scheme().equals("basic"));
        if (isBasic && login.isPresent()) {
            held.put(key(scopes), new Held(login.get().basic(), Instant.MAX));
        }
        return isBasic && login.isPresent();
    }

    private static String repository(List<String> scopes) {
        return scopes.stream()
                .filter(scope -> scope.startsWith("repository:"))
                .map(scope -> scope.split(":", -1)[1])
                .findFirst()
                .orElse("");
    }

    private Held token(Challenge challenge, List<String> scopes, Optional<Login> login)
            throws IOException {
        List<String> all =
                Stream.concat(Stream.of(challenge.parameter("scope")), scopes.stream())
                        .filter(scope -> !scope.isEmpty())
                        .distinct()
                        .toList();
        Instant asked = now();
        try (Answer answer = sender.send(call(challenge, all, login), sender::once)) {
            if (!answer.isGood()) {
                throw Refusals.of(answer);
            }
            return held(answer, answer.json(MOST_BYTES), asked);
        }
    }

    private Call call(Challenge challenge, List<String> scopes, Optional<Login> login)
            throws RegistryRefused {
        URI realm = realm(challenge.parameter("realm"));
        String service = parameter("service", challenge.parameter("service"));
        if (login.isPresent() && !login.get().identityToken().isEmpty()) {
            String form =
                    service
                            + parameter("scope", String.join(" ", scopes))
                            + parameter("grant_type", "refresh_token")
                            + parameter("client_id", "cadastre")
                            + parameter("refresh_token", login.get().identityToken());
            return Call.of("POST", realm, List.of())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .body(form.substring(1).getBytes(StandardCharsets.US_ASCII));
        }
        String query =
                service
                        + scopes.stream()
                                .map(scope -> parameter("scope", scope))
                                .collect(Collectors.joining());
        Call call = Call.of("GET", Addresses.withQuery(realm, query.substring(1)), List.of());
        return login.isPresent() ? call.header("Authorization", login.get().basic()) : call;
    }

    private static String parameter(String name, String value) {
        return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The login is sent there, so that nobody on the way must be able to read it. */
    private URI realm(String text) throws RegistryRefused {
        try {
            URI realm = new URI(text);
            if (Addresses.isAllowed(realm, sender.settings().encryption())) {
                return realm;
            }
        } catch (URISyntaxException e) {
            throw wrongRealm(text);
        }
        throw wrongRealm(text);
    }

    private RegistryRefused wrongRealm(String text) {
        return new RegistryRefused(
                Reason.WRONG_ANSWER,
                "%s wants a login to be sent to %s, which is no address by HTTPS"
                        .formatted(host, Shown.text(text)));
    }

    private Held held(Answer answer, JsonNode json, Instant asked) throws RegistryRefused {
        String token = json.path("token").asString(json.path("access_token").asString(""));
        if (!TOKEN.matcher(token).matches()) {
            throw answer.wrong("it answers no token");
        }
        int seconds = json.path("expires_in").asInt(USUAL_SECONDS);
        int bounded = Math.max(MARGIN_SECONDS, Math.min(seconds, 86_400));
        return new Held(
                "Bearer " + token,
                asked.plusSeconds(Math.max(bounded - MARGIN_SECONDS, MARGIN_SECONDS)));
    }
}
