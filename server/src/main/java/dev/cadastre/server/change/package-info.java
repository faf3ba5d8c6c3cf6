/**
 * Changes on command: their archives, plans and runs. Its words are at the top. Of its rooms
 *
 * <ul>
 *   <li>{@code archive} keeps changes as they are sent, and reads them;
 *   <li>{@code keeping} has the tables of plans and runs, and the journals of runs;
 *   <li>{@code asking} has what runs wait for: secrets, and command lines that do what is not done
 *       on hosts;
 *   <li>{@code hosts} has the way to hosts;
 *   <li>{@code retention} forgets what runs do not need;
 *   <li>{@code telling} tells the other parts what was done;
 *   <li>{@code query} has what queries can ask of runs;
 *   <li>{@code running} plans, and runs;
 *   <li>{@code apps} deploys parcels by all of these.
 * </ul>
 *
 * <p>Nothing that somebody wrote is run on the server's own machine. What other parts may use of a
 * room is its named interface.
 */
@ApplicationModule(
        id = "change",
        allowedDependencies = {
            "storage",
            "storage::health",
            "storage::upkeep",
            "timeline",
            "access",
            "estate",
            "dispatch",
            "search",
            "inventory",
            "topology",
            "topology::telling",
            "monitoring",
            "monitoring::watching",
            "monitoring::defining",
            "monitoring::definition",
            "monitoring::keeping",
            "parcels",
            "parcels::app",
            "parcels::repository"
        })
@NullMarked
package dev.cadastre.server.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
