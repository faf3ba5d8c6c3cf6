package dev.cadastre.server.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

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

    private static final List<PathPattern> PARSED =
            PATTERNS.stream().map(PathPatternParser.defaultInstance::parse).toList();

    private OpenRoutes() {}

    static boolean include(HttpServletRequest request) {
        return include(request.getRequestURI());
    }

    static boolean include(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return PARSED.stream().anyMatch(pattern -> pattern.matches(parsed));
    }
}
