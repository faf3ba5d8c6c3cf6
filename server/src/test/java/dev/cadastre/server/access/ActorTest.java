package dev.cadastre.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTest {

    private static Actor token(Grant... grants) {
        return new Actor(Actor.Kind.TOKEN, "ci", List.of(grants));
    }

    @Test
    void mayInTheEnvironmentOfTheGrantOnly() {
        Actor actor = token(new Grant(Role.OPERATOR, "qa"));

        assertThat(actor.may(Verb.RUN, Part.INVENTORY, "qa")).isTrue();
        assertThat(actor.may(Verb.RUN, Part.INVENTORY, "prod")).isFalse();
        assertThat(actor.may(Verb.RUN, Part.INVENTORY, null)).isFalse();
    }

    @Test
    void reachesTheEnvironmentsOfAllGrantsThatIncludeIt() {
        Actor actor =
                token(
                        new Grant(Role.VIEWER, "prod"),
                        new Grant(Role.OPERATOR, "qa"),
                        new Grant(Role.OPERATOR, "dev"));

        assertThat(actor.reach(Verb.WRITE, Part.INVENTORY))
                .isEqualTo(new Reach(Set.of("qa", "dev")));
        assertThat(actor.reach(Verb.READ, Part.INVENTORY))
                .isEqualTo(new Reach(Set.of("qa", "dev", "prod")));
        assertThat(actor.reach(Verb.READ, Part.ACCESS)).isEqualTo(Reach.NONE);
    }

    @Test
    void reachesEverythingByAGrantForAllEnvironments() {
        assertThat(token(new Grant(Role.VIEWER, null)).reach(Verb.READ, Part.ESTATE))
                .isEqualTo(Reach.ALL);
    }

    @Test
    void reportsTheOneHostOfItsGrant() {
        Actor actor = token(new Grant(Role.REPORTER, "qa", "web1"));

        assertThat(actor.reportScope()).isEqualTo(new ReportScope.OneHost("web1", "qa"));
        assertThat(actor.may(Verb.WRITE, Part.INVENTORY, "qa")).isFalse();
    }

    @Test
    void reportsAnyHostOfTheEnvironmentsItEnrols() {
        assertThat(token(new Grant(Role.REPORTER, "qa")).reportScope())
                .isEqualTo(new ReportScope.HostsOf(new Reach(Set.of("qa"))));
        assertThat(token(new Grant(Role.REPORTER, null)).reportScope())
                .isEqualTo(new ReportScope.HostsOf(Reach.ALL));
    }

    @Test
    void reportsNothingByReadingOnly() {
        assertThat(token(new Grant(Role.VIEWER, null)).reportScope())
                .isEqualTo(new ReportScope.NoHost());
    }

    @Test
    void bindsOnlyReportersToAHost() {
        assertThatThrownBy(() -> new Grant(Role.VIEWER, "q a", "web1"))
                .isInstanceOfSatisfying(
                        AccessProblem.class,
                        problem ->
                                assertThat(problem.flaws())
                                        .extracting(AccessProblem.Flaw::field)
                                        .containsExactly("environment", "host"));
    }
}
