/**
 * Assets and relations: what depends on what, seen from sockets, told by tools and corrected by
 * people.
 */
@ApplicationModule(
        id = "topology",
        allowedDependencies = {"storage", "timeline", "access", "estate", "search", "inventory"})
@NullMarked
package dev.cadastre.server.topology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
