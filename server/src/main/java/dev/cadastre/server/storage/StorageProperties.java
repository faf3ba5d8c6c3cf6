package dev.cadastre.server.storage;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lives.
 *
 * @param home the folder that belongs to this server instance alone
 * @param databaseUrl a JDBC URL of a PostgreSQL to use instead of the embedded one
 * @param databaseUser the user for {@code databaseUrl}, unless the URL names it
 * @param databasePassword the password for {@code databaseUrl}, unless the URL or ~/.pgpass holds
 *     it
 * @param connections the most connections held to the database
 */
@ConfigurationProperties("cadastre")
record StorageProperties(
        Path home,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        @DefaultValue("16") int connections) {}
