package dev.cadastre.server.storage;

import org.jspecify.annotations.Nullable;

/** What counts where an order does not say it, as a test wants it. */
record SampleDefaults(
        @Nullable String home,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword)
        implements MaintenanceDefaults {

    static final SampleDefaults NONE = new SampleDefaults(null, null, null, null);
}
