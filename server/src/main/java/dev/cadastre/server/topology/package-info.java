/**
 * Assets and relations: what depends on what, seen from sockets, told by tools and corrected by
 * people. Here are the words of the map, which all its rooms and other parts speak. A room uses
 * those before it only:
 *
 * <ul>
 *   <li>{@code graph}, {@code recognition} and {@code socket} are pure;
 *   <li>{@code keeping} has the tables and what of them is in memory;
 *   <li>{@code joining} makes the map follow the sockets of hosts;
 *   <li>{@code reading} shows it;
 *   <li>{@code impact}, {@code query} and {@code telling} are beside each other: what stops with
 *       what, what queries can ask, and what people and tools tell.
 * </ul>
 *
 * What other parts may use of a room is its named interface.
 */
@ApplicationModule(
        id = "topology",
        allowedDependencies = {
            "storage",
            "storage::health",
            "storage::upkeep",
            "timeline",
            "access",
            "estate",
            "search",
            "inventory"
        })
@NullMarked
package dev.cadastre.server.topology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
