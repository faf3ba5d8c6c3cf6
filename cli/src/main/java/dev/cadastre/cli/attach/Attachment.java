package dev.cadastre.cli.attach;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How somebody takes part in a run of a server that was started before.
 *
 * @param verbose whether what commands print is shown
 * @param local whether this machine does, without asking, what is done on the machine of whoever
 *     runs the change
 * @param jar where the programs of the change are; null if it has none
 * @param program which change of the jar; null for its only one
 */
public record Attachment(
        boolean verbose, boolean local, @Nullable Path jar, @Nullable String program) {}
