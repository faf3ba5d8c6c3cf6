package dev.cadastre.cli.doctor;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a server on this machine is configured with, as far as it shows from outside.
 *
 * @param certificate the file of its certificates; empty if it has none, or that is not known
 * @param logs the folder of its logs; empty for that in the home
 * @param databaseUrl the JDBC URL of a database that somebody else runs; empty for its own
 */
public record LocalSettings(
        Optional<Path> certificate, Optional<Path> logs, Optional<String> databaseUrl) {}
