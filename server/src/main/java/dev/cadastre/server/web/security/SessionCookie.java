package dev.cadastre.server.web.security;

import dev.cadastre.server.access.Sessions;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The cookie that carries a session's secret. With TLS, its own or a proxy's, its name has the
 * prefix with which browsers take it from this very host over TLS only.
 */
@Component
public class SessionCookie {

    private final boolean encrypted;
    private final String name;

    SessionCookie(ListenProperties properties) {
        encrypted = properties.isReachedByTls();
        name = name("cadastre-session", encrypted);
    }

    static String name(String plain, boolean encrypted) {
        return encrypted ? "__Host-" + plain : plain;
    }

    /** The secret that the browser sends; null if it sends none. */
    public @Nullable String read(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? null : cookie.getValue();
    }

    /** Gives the browser a session. */
    public void write(HttpServletResponse response, String secret) {
        add(response, secret, Sessions.LONGEST);
    }

    /** Takes it away. */
    public void clear(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private void add(HttpServletResponse response, String value, Duration life) {
        ResponseCookie cookie =
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .secure(encrypted)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(life)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
