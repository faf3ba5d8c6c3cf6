/** What a person at the terminal reads when the server is ready, or why it could not start. */
@ApplicationModule(
        id = "startup",
        allowedDependencies = {"storage", "storage::start"})
@NullMarked
package dev.cadastre.server.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
