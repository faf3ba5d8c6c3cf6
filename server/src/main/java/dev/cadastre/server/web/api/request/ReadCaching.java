package dev.cadastre.server.web.api.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives reads an ETag made from their content, so that a client that asks again for what did not
 * change gets an empty 304. Answers depend on who asks: only that client may keep them, and has to
 * ask each time.
 */
@Component
class ReadCaching extends ShallowEtagHeaderFilter {

    /** Never ends, so that its content cannot be waited for. */
    private static final String STREAM = ApiPath.BASE + "/events";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !request.getMethod().equals("GET")
                || !path.startsWith(ApiPath.BASE + "/")
                || path.equals(STREAM);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        super.doFilterInternal(request, response, chain);
    }
}
