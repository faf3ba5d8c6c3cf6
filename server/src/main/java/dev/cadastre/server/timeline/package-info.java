/** The one list of what happened, written in the transaction of what it tells of. */
@ApplicationModule(
        id = "timeline",
        allowedDependencies = {"storage", "storage::upkeep"})
@NullMarked
package dev.cadastre.server.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
