/**
 * Whether what runs works, and why not: what is checked, when, by which means, what is thought of
 * it, and how it was over time. Its words are at the top. Of its rooms
 *
 * <ul>
 *   <li>{@code definition}, {@code state} and {@code schedule} compute only;
 *   <li>{@code check} has the checks without a process;
 *   <li>{@code keeping} has the tables and what of them is in memory;
 *   <li>{@code defining} changes what is checked;
 *   <li>{@code window} keeps times for which something was said of assets, and {@code downtime}
 *       those in which something may not work;
 *   <li>{@code query} has what queries can ask;
 *   <li>{@code running} makes checks, and {@code watching} makes them in their turns and decides by
 *       what they find.
 * </ul>
 *
 * What other parts may use of a room is its named interface.
 */
@ApplicationModule(
        id = "monitoring",
        allowedDependencies = {
            "storage",
            "storage::backup",
            "storage::health",
            "storage::upkeep",
            "timeline",
            "access",
            "estate",
            "dispatch",
            "dispatch :: outgoing",
            "search",
            "inventory",
            "inventory::rule",
            "topology",
            "topology::impact",
            "topology::reading"
        })
@NullMarked
package dev.cadastre.server.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
