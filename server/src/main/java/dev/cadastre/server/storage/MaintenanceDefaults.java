package dev.cadastre.server.storage;

import org.jspecify.annotations.Nullable;

/**
 * What counts where the words of a command do not say it. Each is looked up when it is asked for:
 * what an order has no use for cannot hinder it.
 */
public interface MaintenanceDefaults {

    /**
     * The home; null for that in the user's own folder.
     *
     * @throws StartFailure if there is a configuration that cannot be used
     */
    @Nullable String home();

    /**
     * The database; null for the embedded one.
     *
     * @throws StartFailure as above
     */
    @Nullable String databaseUrl();

    /**
     * The user for the database; null for what the URL or the driver says.
     *
     * @throws StartFailure as above
     */
    @Nullable String databaseUser();

    /**
     * The password for the database; null for what {@code ~/.pgpass} says.
     *
     * @throws StartFailure as above, or if the file that has it cannot be used
     */
    @Nullable String databasePassword();
}
