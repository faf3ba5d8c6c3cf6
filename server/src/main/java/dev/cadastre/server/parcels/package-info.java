/**
 * Application packages, and what they were deployed as. Its words are at the top. Of its rooms,
 * {@code repository} keeps parcels, and {@code app} knows what they are deployed as. What other
 * parts may use of a room is its named interface.
 */
@ApplicationModule(
        id = "parcels",
        allowedDependencies = {
            "storage",
            "storage::backup",
            "storage::health",
            "timeline",
            "access",
            "estate",
            "search",
            "inventory",
            "topology",
            "topology::telling"
        })
@NullMarked
package dev.cadastre.server.parcels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
