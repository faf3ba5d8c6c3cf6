/** An invented organisation with an invented past, to look at and to play with. */
@ApplicationModule(
        id = "demonstration",
        allowedDependencies = {
            "storage",
            "storage::start",
            "inventory",
            "inventory::advisory",
            "inventory::rule",
            "inventory::upgrade",
            "search",
            "change",
            "change::archive",
            "change::running",
            "topology::telling",
            "monitoring",
            "monitoring::keeping",
            "monitoring::watching",
            "access"
        })
@NullMarked
package dev.cadastre.server.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
