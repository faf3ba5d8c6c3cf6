package dev.cadastre.server.web.api.problem;

import jakarta.servlet.http.HttpServletRequest;

/** What was asked for, as problems name it. */
record RequestLine(String method, String path) {

    RequestLine(HttpServletRequest request) {
        this(request.getMethod(), request.getRequestURI());
    }
}
