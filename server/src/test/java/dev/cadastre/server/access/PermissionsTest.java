package dev.cadastre.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    /** A change here is a change of what people out there may do. */
    private static final String TABLE =
            """
            REPORTER ESTATE -
            REPORTER INVENTORY -
            REPORTER TOPOLOGY -
            REPORTER MONITORING -
            REPORTER ALERTING -
            REPORTER CHANGE -
            REPORTER PARCELS -
            REPORTER TIMELINE -
            REPORTER ACCESS -
            REPORTER SERVER -
            VIEWER ESTATE READ
            VIEWER INVENTORY READ
            VIEWER TOPOLOGY READ
            VIEWER MONITORING READ
            VIEWER ALERTING READ
            VIEWER CHANGE READ
            VIEWER PARCELS READ
            VIEWER TIMELINE READ
            VIEWER ACCESS -
            VIEWER SERVER -
            OPERATOR ESTATE READ WRITE
            OPERATOR INVENTORY READ WRITE RUN
            OPERATOR TOPOLOGY READ WRITE
            OPERATOR MONITORING READ WRITE RUN
            OPERATOR ALERTING READ WRITE RUN
            OPERATOR CHANGE READ WRITE RUN
            OPERATOR PARCELS READ WRITE RUN
            OPERATOR TIMELINE READ WRITE
            OPERATOR ACCESS -
            OPERATOR SERVER -
            ADMINISTRATOR ESTATE READ WRITE RUN ADMINISTER
            ADMINISTRATOR INVENTORY READ WRITE RUN ADMINISTER
            ADMINISTRATOR TOPOLOGY READ WRITE RUN ADMINISTER
            ADMINISTRATOR MONITORING READ WRITE RUN ADMINISTER
            ADMINISTRATOR ALERTING READ WRITE RUN ADMINISTER
            ADMINISTRATOR CHANGE READ WRITE RUN ADMINISTER
            ADMINISTRATOR PARCELS READ WRITE RUN ADMINISTER
            ADMINISTRATOR TIMELINE READ WRITE RUN ADMINISTER
            ADMINISTRATOR ACCESS READ WRITE RUN ADMINISTER
            ADMINISTRATOR SERVER READ WRITE RUN ADMINISTER
            """;

    @Test
    void givesEachRoleExactlyItsVerbs() {
        String actual =
                Arrays.stream(Role.values())
                        .flatMap(role ->
                                Arrays.stream(Part.values())
                                        .map(part -> role + " " + part + " " + verbs(role, part)))
                        .collect(Collectors.joining("\n", "", "\n"));

        assertThat(actual).isEqualTo(TABLE);
    }

    private static String verbs(Role role, Part part) {
        String verbs =
                Arrays.stream(Verb.values())
                        .filter(verb -> role.allows(verb, part))
                        .map(Verb::name)
                        .collect(Collectors.joining(" "));
        return verbs.isEmpty() ? "-" : verbs;
    }
}
