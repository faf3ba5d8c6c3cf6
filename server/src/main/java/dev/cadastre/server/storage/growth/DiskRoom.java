package dev.cadastre.server.storage.growth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The disk below the home.
 *
 * @param bytes how large it is
 * @param free how much of it the server can still use
 * @param perDay how much less that gets each day; null before it was watched for a day
 * @param fullAt when nothing is left, if that goes on; null where it does not get less, or is not
 *     known to
 */
public record DiskRoom(long bytes, long free, @Nullable Long perDay, @Nullable Instant fullAt) {}
