package dev.cadastre.server.web.api.request;

import jakarta.servlet.http.HttpServletRequest;

/** Where the API begins. */
public final class ApiPath {

    /** What every address of the API begins with. */
    public static final String BASE = "/api/v1";

    private ApiPath() {}

    /** Whether a request is for the API, so that it is answered in JSON even if it fails. */
    public static boolean covers(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/api")
                || path.startsWith("/api/")
                || path.equals("/healthz")
                || path.equals("/probe.sh")
                || TalookPath.covers(request);
    }
}
