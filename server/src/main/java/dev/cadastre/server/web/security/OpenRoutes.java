package dev.cadastre.server.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What can be reached without signing in. */
final class OpenRoutes {

    /** Path patterns; all else takes a session or a token. */
    static final List<String> PATTERNS =
            List.of(
                    "/healthz",
                    "/probe.sh",
                    "/sign-in",
                    "/sign-in/**",
                    "/assets/**",
                    "/webjars/**",
                    "/favicon.ico");

    private static final List<RequestMatcher> MATCHERS =
            PATTERNS.stream()
                    .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                    .toList();

    private OpenRoutes() {}

    static boolean include(HttpServletRequest request) {
        return MATCHERS.stream().anyMatch(matcher -> matcher.matches(request));
    }
}
