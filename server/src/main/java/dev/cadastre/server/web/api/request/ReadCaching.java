package dev.cadastre.server.web.api.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
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

    private static final int PART_BYTES = 16_384;

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

    /**
     * Two checksums, for which processors have instructions; MD5 took an eighth of the processor
     * time of a large answer. Nobody gains by making two of their own answers look alike.
     */
    @Override
    protected String generateETagHeaderValue(InputStream content, boolean weak) throws IOException {
        Checksum first = new CRC32();
        Checksum second = new CRC32C();
        byte[] part = new byte[PART_BYTES];
        for (int length = content.read(part); length > 0; length = content.read(part)) {
            first.update(part, 0, length);
            second.update(part, 0, length);
        }
        return "%s\"%08x%08x\"".formatted(weak ? "W/" : "", first.getValue(), second.getValue());
    }
}
