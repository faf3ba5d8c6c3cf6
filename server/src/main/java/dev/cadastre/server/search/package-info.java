/**
 * Evaluates what people type into the search box; parts register what they can find. Keeps queries
 * by name.
 */
@ApplicationModule(
        id = "search",
        allowedDependencies = {"storage", "timeline", "access"})
@NullMarked
package dev.cadastre.server.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
