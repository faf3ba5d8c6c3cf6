package dev.cadastre.server.web.api.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.MediaType;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends one JSON value a line as they are written, however many there are. If something fails on
 * the way, the connection is broken off, so that no part is taken for the whole.
 */
final class NdjsonWriter {

    static final String MEDIA_TYPE = MediaType.APPLICATION_NDJSON_VALUE;

    private final JsonMapper json;
    private final OutputStream out;

    /** To be called once the first items have been read. */
    NdjsonWriter(HttpServletRequest request, HttpServletResponse response, JsonMapper json)
            throws IOException {
        // It would keep all of the answer in memory.
        ShallowEtagHeaderFilter.disableContentCaching(request);
        response.setContentType(MEDIA_TYPE);
        this.json = json;
        out = new BufferedOutputStream(response.getOutputStream());
    }

    void line(Object value) throws IOException {
        out.write(json.writeValueAsBytes(value));
        out.write('\n');
    }

    void end() throws IOException {
        out.flush();
    }
}
