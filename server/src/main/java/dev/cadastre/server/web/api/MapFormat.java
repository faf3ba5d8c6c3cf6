package dev.cadastre.server.web.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** In what form a map is sent. */
public enum MapFormat {
    /** The map's own, as one document. */
    JSON,
    /** The map's own, one asset or relation a line. */
    NDJSON,
    /** For Graphviz. */
    DOT,
    /** For Mermaid. */
    MERMAID;

    /** As addresses have it. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
