/** Reports of hosts and what is known from them: hosts, packages, state and their history. */
@ApplicationModule(
        id = "inventory",
        allowedDependencies = {"storage", "timeline", "access", "estate"})
@NullMarked
package dev.cadastre.server.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
