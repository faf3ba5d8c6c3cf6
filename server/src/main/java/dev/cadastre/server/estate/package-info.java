/**
 * Environments, groups, declared hosts and teams: what the estate file and the API say there is,
 * each value with the file and line it came from.
 */
@ApplicationModule(
        id = "estate",
        allowedDependencies = {"storage", "storage::health", "timeline", "access"})
@NullMarked
package dev.cadastre.server.estate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
