package dev.cadastre.server.alerting.contact;

import java.util.List;

/**
 * What a team's keys mean, and what is wrong with them.
 *
 * @param contacts what of it can be used
 * @param problems in the order of {@link ContactKeys#ALL}
 */
record ContactReading(Contacts contacts, List<ContactProblem> problems) {

    ContactReading {
        problems = List.copyOf(problems);
    }
}
