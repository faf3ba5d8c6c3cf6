package dev.cadastre.server.storage.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON documents in a backup. What later programs add to them is passed over. */
final class BackupJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private BackupJson() {}

    static byte[] write(Object document) {
        return MAPPER.writeValueAsBytes(document);
    }

    /** What the document says; that it says all it must, is for the caller to see. */
    static <T> T read(String entry, byte[] document, Class<T> type) {
        try {
            T read = MAPPER.readValue(document, type);
            if (read == null) {
                throw BackupRefused.damaged(entry + " says nothing");
            }
            return read;
        } catch (JacksonException | NullPointerException e) {
            throw new BackupRefused(
                    "backup.damaged",
                    "The backup is not whole: %s cannot be understood".formatted(entry),
                    BackupRefused.OTHER,
                    e);
        }
    }
}
