/**
 * What somebody has to hear of, and whom it is told. Its words are at the top; which failures are
 * one incident, what changed before it, and who is told when, is computed by rooms that compute
 * only. What other parts may use of a room is its named interface.
 */
@ApplicationModule(
        id = "alerting",
        allowedDependencies = {
            "storage",
            "storage::health",
            "storage::upkeep",
            "timeline",
            "access",
            "estate",
            "dispatch",
            "dispatch :: outgoing",
            "search",
            "inventory",
            "topology",
            "topology::impact",
            "topology::reading",
            "topology::telling",
            "monitoring",
            "monitoring::definition",
            "monitoring::downtime",
            "monitoring::keeping",
            "monitoring::state",
            "monitoring::watching",
            "monitoring::window"
        })
@NullMarked
package dev.cadastre.server.alerting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
