package dev.cadastre.server.storage.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backup says of itself, first in its file.
 *
 * @param format the version of the file's form
 * @param program the version of the program that wrote it
 * @param host the machine that it was taken on
 * @param begunAt the moment that it shows
 * @param postgresql the major version of the database
 * @param schemas the version of the tables of each part
 * @param key the fingerprint of the key that sealed the secrets in it; null if there was none
 * @param tables all tables, without what only puts others together
 */
public record BackupHead(
        int format,
        String program,
        String host,
        Instant begunAt,
        int postgresql,
        Map<String, String> schemas,
        @Nullable String key,
        List<StoredTable> tables) {

    /** What this program writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    static final String ENTRY = "backup.json";

    /** Makes it immutable. */
    public BackupHead {
        schemas = Map.copyOf(schemas);
        tables = List.copyOf(tables);
    }
}
