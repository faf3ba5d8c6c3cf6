/**
 * Runs tasks at targets: on this machine, or on a host by SSH; and asks hosts by HTTP. Nothing else
 * opens connections to hosts.
 */
@ApplicationModule(
        id = "dispatch",
        allowedDependencies = {"storage", "timeline", "access", "estate"})
@NullMarked
package dev.cadastre.server.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
