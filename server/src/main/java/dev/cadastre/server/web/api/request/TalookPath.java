package dev.cadastre.server.web.api.request;

import jakarta.servlet.http.HttpServletRequest;

/** Where the addresses of a Talook server are, whose clients know of passwords only. */
public final class TalookPath {

    /** What each of them begins with. */
    public static final String BASE = "/talook";

    private TalookPath() {}

    /** Whether a request is for one of them. */
    public static boolean covers(HttpServletRequest request) {
        return request.getRequestURI().startsWith(BASE + "/");
    }
}
