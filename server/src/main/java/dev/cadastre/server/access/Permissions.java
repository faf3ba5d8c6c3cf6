package dev.cadastre.server.access;

import static dev.cadastre.server.access.Part.ACCESS;
import static dev.cadastre.server.access.Part.ALERTING;
import static dev.cadastre.server.access.Part.CHANGE;
import static dev.cadastre.server.access.Part.ESTATE;
import static dev.cadastre.server.access.Part.INVENTORY;
import static dev.cadastre.server.access.Part.MONITORING;
import static dev.cadastre.server.access.Part.PARCELS;
import static dev.cadastre.server.access.Part.SERVER;
import static dev.cadastre.server.access.Part.TIMELINE;
import static dev.cadastre.server.access.Part.TOPOLOGY;
import static dev.cadastre.server.access.Role.ADMINISTRATOR;
import static dev.cadastre.server.access.Role.OPERATOR;
import static dev.cadastre.server.access.Role.REPORTER;
import static dev.cadastre.server.access.Role.VIEWER;
import static dev.cadastre.server.access.Verb.ADMINISTER;
import static dev.cadastre.server.access.Verb.READ;
import static dev.cadastre.server.access.Verb.RUN;
import static dev.cadastre.server.access.Verb.WRITE;

import java.util.Map;
import java.util.Set;

/** The table of what each role may do to each part; what is not in it is not allowed. */
final class Permissions {

    private static final Map<Role, Map<Part, Set<Verb>>> TABLE =
            Map.of(
                    REPORTER,
                    Map.of(),
                    VIEWER,
                    Map.of(
                            ESTATE, Set.of(READ),
                            INVENTORY, Set.of(READ),
                            TOPOLOGY, Set.of(READ),
                            MONITORING, Set.of(READ),
                            ALERTING, Set.of(READ),
                            CHANGE, Set.of(READ),
                            PARCELS, Set.of(READ),
                            TIMELINE, Set.of(READ)),
                    OPERATOR,
                    Map.of(
                            ESTATE, Set.of(READ, WRITE),
                            INVENTORY, Set.of(READ, WRITE, RUN),
                            TOPOLOGY, Set.of(READ, WRITE),
                            MONITORING, Set.of(READ, WRITE, RUN),
                            ALERTING, Set.of(READ, WRITE, RUN),
                            CHANGE, Set.of(READ, WRITE, RUN),
                            PARCELS, Set.of(READ, WRITE, RUN),
                            TIMELINE, Set.of(READ, WRITE)),
                    ADMINISTRATOR,
                    Map.of(
                            ESTATE, Set.of(READ, WRITE, RUN, ADMINISTER),
                            INVENTORY, Set.of(READ, WRITE, RUN, ADMINISTER),
                            TOPOLOGY, Set.of(READ, WRITE, RUN, ADMINISTER),
                            MONITORING, Set.of(READ, WRITE, RUN, ADMINISTER),
                            ALERTING, Set.of(READ, WRITE, RUN, ADMINISTER),
                            CHANGE, Set.of(READ, WRITE, RUN, ADMINISTER),
                            PARCELS, Set.of(READ, WRITE, RUN, ADMINISTER),
                            TIMELINE, Set.of(READ, WRITE, RUN, ADMINISTER),
                            ACCESS, Set.of(READ, WRITE, RUN, ADMINISTER),
                            SERVER, Set.of(READ, WRITE, RUN, ADMINISTER)));

    private Permissions() {}

    static Set<Verb> of(Role role, Part part) {
        return TABLE.getOrDefault(role, Map.of()).getOrDefault(part, Set.of());
    }
}
