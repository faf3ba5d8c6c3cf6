/** Who may do what where: people, tokens, permissions and the audit list. */
@ApplicationModule(
        id = "access",
        allowedDependencies = {"storage", "storage::start", "storage::upkeep", "timeline"})
@NullMarked
package dev.cadastre.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
