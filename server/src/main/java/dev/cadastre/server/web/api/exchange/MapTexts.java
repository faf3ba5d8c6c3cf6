package dev.cadastre.server.web.api.exchange;

import dev.cadastre.server.web.api.MapFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Begins answers in the forms that maps are sent in. */
@Component
class MapTexts {

    static final String GRAPHVIZ = "text/vnd.graphviz";
    static final String MERMAID = "text/vnd.mermaid";

    private static final String UTF_8 = ";charset=UTF-8";

    private final JsonMapper json;

    MapTexts(JsonMapper json) {
        this.json = json;
    }

    /** Everything that can be refused has to be refused before. */
    MapText to(HttpServletResponse response, MapFormat format) throws IOException {
        response.setContentType(
                switch (format) {
                    case JSON -> MediaType.APPLICATION_JSON_VALUE;
                    case NDJSON -> NdjsonWriter.MEDIA_TYPE;
                    case DOT -> GRAPHVIZ + UTF_8;
                    case MERMAID -> MERMAID + UTF_8;
                });
        return switch (format) {
            case JSON -> new JsonMap(response.getOutputStream(), json);
            case NDJSON -> new NdjsonMap(response.getOutputStream(), json);
            case DOT -> new GraphvizMap(writer(response));
            case MERMAID -> new MermaidMap(writer(response));
        };
    }

    private static Writer writer(HttpServletResponse response) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }
}
