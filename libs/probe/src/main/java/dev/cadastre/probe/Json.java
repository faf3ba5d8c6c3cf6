package dev.cadastre.probe;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads the JSON of hosts token by token, with bounded depth. */
final class Json {

    private static final int DEEPEST = 32;
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build();

    private Json() {}

    static JsonParser parser(List<String> lines) {
        return FACTORY.createParser(ObjectReadContext.empty(), String.join("\n", lines));
    }

    /** What is wrong and where, without repeating the text. */
    static String problem(JacksonException e) {
        return e.getLocation() == null
                ? "It is not JSON"
                : "It is not JSON of at most "
                        + DEEPEST
                        + " levels: see line "
                        + e.getLocation().getLineNr()
                        + ", column "
                        + e.getLocation().getColumnNr();
    }
}
