/** Reports of hosts and what is known from them: hosts, packages, state and their history. */
@ApplicationModule(
        id = "inventory",
        allowedDependencies = {
            "storage",
            "storage::health",
            "storage::upkeep",
            "timeline",
            "access",
            "estate",
            "dispatch",
            "search"
        })
@NullMarked
package dev.cadastre.server.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
