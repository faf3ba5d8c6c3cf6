/** REST controllers and pages; the only part that knows HTTP and HTML. */
@ApplicationModule(
        id = "web",
        allowedDependencies = {
            "access",
            "alerting",
            "alerting::contact",
            "alerting::delivering",
            "alerting::received",
            "alerting::silence",
            "alerting::telling",
            "alerting::watching",
            "change",
            "change::archive",
            "change::asking",
            "change::keeping",
            "change::running",
            "timeline",
            "estate",
            "dispatch",
            "inventory",
            "inventory::advisory",
            "inventory::asking",
            "inventory::ownership",
            "inventory::rule",
            "inventory::support",
            "inventory::upgrade",
            "monitoring",
            "monitoring::defining",
            "monitoring::definition",
            "monitoring::downtime",
            "monitoring::keeping",
            "monitoring::series",
            "monitoring::running",
            "monitoring::state",
            "monitoring::watching",
            "monitoring::window",
            "parcels",
            "parcels::repository",
            "search",
            "topology",
            "topology::impact",
            "topology::reading",
            "topology::recognition",
            "topology::telling",
            "startup",
            "demonstration",
            "storage::start"
        })
@NullMarked
package dev.cadastre.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
