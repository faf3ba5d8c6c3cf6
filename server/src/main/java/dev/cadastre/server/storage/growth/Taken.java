package dev.cadastre.server.storage.growth;

import org.jspecify.annotations.Nullable;

/**
 * What something takes.
 *
 * @param kind what it is
 * @param name a table with its part, {@code timeline.event}, or a folder below the home
 * @param bytes how much it takes now
 * @param perDay how much more it takes each day; negative where it gets less, null before it was
 *     watched for a day
 */
public record Taken(Kind kind, String name, long bytes, @Nullable Long perDay) {

    /** What may take room. */
    public enum Kind {
        /** A table with its indexes and partitions. */
        TABLE,
        /** A folder below the home; the embedded database is one, too. */
        FOLDER,
        /** All that is used of the disk below the home, by whomever. */
        DISK
    }
}
