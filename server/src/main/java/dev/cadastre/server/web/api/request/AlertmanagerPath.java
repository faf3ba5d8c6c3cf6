package dev.cadastre.server.web.api.request;

import jakarta.servlet.http.HttpServletRequest;

/** Where the addresses of an Alertmanager are, some of whose senders know of passwords only. */
public final class AlertmanagerPath {

    /** What each of them begins with. */
    public static final String BASE = "/api/v2";

    private AlertmanagerPath() {}

    /** Whether a request is for one of them. */
    public static boolean covers(HttpServletRequest request) {
        return request.getRequestURI().startsWith(BASE + "/");
    }
}
