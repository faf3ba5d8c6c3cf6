package dev.cadastre.server.storage.upkeep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well the room of a table is used, its partitions counted in.
 *
 * @param table with its part
 * @param rows how many there are, as PostgreSQL estimates
 * @param dead how many are deleted, and take room until it vacuums
 * @param bytes what the table takes, without indexes and without texts that are kept apart
 * @param spare how much of that is free within the table, estimated of the rows' usual length; null
 *     before PostgreSQL has looked at it
 * @param vacuumedAt when it, or one of its partitions, was last vacuumed, by itself or by somebody;
 *     null if never
 */
public record TableRoom(
        String table,
        long rows,
        long dead,
        long bytes,
        @Nullable Long spare,
        @Nullable Instant vacuumedAt) {}
