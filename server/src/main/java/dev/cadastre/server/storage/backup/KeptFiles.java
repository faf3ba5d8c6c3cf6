package dev.cadastre.server.storage.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Files in the home that belong to a part's tables, and change while the server runs. The part
 * alone knows how to copy them as they are at one moment.
 */
public interface KeptFiles {

    /** From now on, nothing that the tables name is removed until the hold is closed. */
    Hold hold();

    /** Keeps files from being removed. */
    interface Hold extends AutoCloseable {

        /**
         * Copies all files that the tables name.
         *
         * @param snapshot reads the tables as the backup has them; what is done on it has no effect
         */
        void copy(Connection snapshot, FileSink target) throws IOException, SQLException;

        /** What waited to be removed is, soon. */
        @Override
        void close();
    }
}
