package dev.cadastre.server.topology.keeping;

import tools.jackson.databind.json.JsonMapper;

/** How values are kept in the tables of this part. */
public final class MapJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(inclusion ->
                            inclusion.withValueInclusion(
                                    com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY))
                    .build();

    private MapJson() {}

    /** As text, without what is empty. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The value that such a text is. */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
