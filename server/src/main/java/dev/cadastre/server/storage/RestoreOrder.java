package dev.cadastre.server.storage;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to restore where.
 *
 * @param file the backup
 * @param home the home of the server to be, empty but for what a backup never has
 * @param databaseUrl an empty database to use instead of the embedded one
 * @param databaseUser the user for it, unless the URL names it
 * @param databasePassword the password for it, unless ~/.pgpass holds it
 * @param withoutKey whether secrets that nothing can open any more are no hindrance
 */
record RestoreOrder(
        Path file,
        Path home,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        boolean withoutKey) {}
