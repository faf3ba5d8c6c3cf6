package dev.cadastre.server.web.security;

import dev.cadastre.server.access.Actor;
import dev.cadastre.server.access.Caller;
import dev.cadastre.server.access.Sessions;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.web.api.request.AlertmanagerPath;
import dev.cadastre.server.web.api.request.TalookPath;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out who sent a request: by its token, else by its session. Clients of Talook and of
 * Alertmanager may send the token as the password of HTTP's basic scheme, and there alone.
 */
@Component
class Credentials {

    private static final String SCHEME = "bearer ";
    private static final String PASSWORD_SCHEME = "basic ";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Tokens tokens;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final boolean anonymousRead;

    Credentials(
            Tokens tokens, Sessions sessions, SessionCookie cookie, ListenProperties properties) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.cookie = cookie;
        this.anonymousRead = properties.anonymousRead();
    }

    /** Whether the request presents a token, good or not; then its cookies count for nothing. */
    static boolean presentsToken(HttpServletRequest request) {
        return request.getHeader("Authorization") != null;
    }

    Optional<Caller> caller(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return presented(authorization, request)
                    .flatMap(tokens::actor)
                    .map(actor -> new Caller(actor, request.getRemoteAddr(), null));
        }
        return bySession(cookie.read(request), request).or(() -> visitor(request));
    }

    private static Optional<String> presented(String authorization, HttpServletRequest request) {
        String lower = authorization.toLowerCase(Locale.ROOT);
        if (lower.startsWith(SCHEME)) {
            return Optional.of(authorization.substring(SCHEME.length()).strip());
        }
        return lower.startsWith(PASSWORD_SCHEME) && takesPasswords(request)
                ? password(authorization.substring(PASSWORD_SCHEME.length()).strip())
                : Optional.empty();
    }

    private static boolean takesPasswords(HttpServletRequest request) {
        return TalookPath.covers(request) || AlertmanagerPath.covers(request);
    }

    /** The password of RFC 7617; the name before it says nothing here. */
    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<Caller> bySession(@Nullable String secret, HttpServletRequest request) {
        return secret == null ? Optional.empty() : sessions.caller(secret, request.getRemoteAddr());
    }

    private Optional<Caller> visitor(HttpServletRequest request) {
        return anonymousRead && READING.contains(request.getMethod())
                ? Optional.of(new Caller(Actor.READING_VISITOR, request.getRemoteAddr(), null))
                : Optional.empty();
    }
}
