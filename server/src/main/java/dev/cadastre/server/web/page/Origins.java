package dev.cadastre.server.web.page;

import dev.cadastre.server.access.Origin;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Where a request comes from. */
final class Origins {

    private Origins() {}

    static Origin of(HttpServletRequest request) {
        @Nullable String client = request.getHeader("User-Agent");
        return new Origin(request.getRemoteAddr(), client == null ? "" : client);
    }
}
