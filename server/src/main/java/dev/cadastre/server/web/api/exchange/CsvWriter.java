package dev.cadastre.server.web.api.exchange;

import dev.cadastre.server.web.api.request.CsvLine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Sends CSV line by line as it is written, whatever its length. If something fails on the way, the
 * connection is broken off, so that no part of it is taken for the whole.
 */
final class CsvWriter {

    static final String MEDIA_TYPE = "text/csv";

    private final Writer out;

    /** Begins the answer with its heads. To be called once the first items have been read. */
    CsvWriter(
            HttpServletRequest request,
            HttpServletResponse response,
            String fileName,
            String... heads)
            throws IOException {
        // It would keep all of the answer in memory.
        ShallowEtagHeaderFilter.disableContentCaching(request);
        response.setContentType(MEDIA_TYPE + ";charset=utf-8;header=present");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
        out =
                new BufferedWriter(
                        new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        line(heads);
    }

    void line(@Nullable String... cells) throws IOException {
        out.write(CsvLine.of(cells));
    }

    void end() throws IOException {
        out.flush();
    }
}
