package dev.cadastre.server.change.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tables of archives. Their bytes are in parts, so that none is in memory as a whole. */
@Component
class ArchiveTable {

    private static final int PART_BYTES = 1 << 20;

    private final JdbcClient jdbc;

    ArchiveTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who sent it first; empty if there is none. */
    Optional<String> sender(String digest) {
        return jdbc.sql("select sent_by from change.archive where digest = ?")
                .param(digest)
                .query(String.class)
                .optional();
    }

    /** Adds one, unless it is there. */
    @Transactional
    boolean add(String digest, InputStream content, long bytes, String by, Instant at)
            throws IOException {
        int added =
                jdbc.sql(
                                """
                                insert into change.archive (digest, bytes, sent_by, sent_at)
                                values (?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(digest, bytes, by, Timestamp.from(at))
                        .update();
        if (added == 0) {
            return false;
        }
        int number = 0;
        for (byte[] part = content.readNBytes(PART_BYTES);
                part.length > 0;
                part = content.readNBytes(PART_BYTES)) {
            jdbc.sql("insert into change.archive_part (digest, number, content) values (?, ?, ?)")
                    .params(digest, number, part)
                    .update();
            number++;
        }
        return true;
    }

    /** Writes the bytes of one. */
    void copy(String digest, OutputStream target) throws IOException {
        int parts =
                jdbc.sql("select count(*) from change.archive_part where digest = ?")
                        .param(digest)
                        .query(Integer.class)
                        .single();
        for (int number = 0; number < parts; number++) {
            target.write(part(digest, number));
        }
    }

    private byte[] part(String digest, int number) {
        List<byte[]> parts =
                jdbc.sql("select content from change.archive_part where digest = ? and number = ?")
                        .params(digest, number)
                        .query((row, _) -> row.getBytes(1))
                        .list();
        if (parts.isEmpty()) {
            throw new UncheckedIOException(
                    new IOException("part %d of archive %s is missing".formatted(number, digest)));
        }
        return parts.getFirst();
    }
}
