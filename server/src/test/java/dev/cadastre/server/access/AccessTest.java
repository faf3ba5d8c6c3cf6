package dev.cadastre.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.ServerTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@ServerTest
class AccessTest {

    @Autowired private Access access;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static void signIn(Grant... grants) {
        Actor anna = new Actor(Actor.Kind.PERSON, "access-anna", List.of(grants));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new TestingAuthenticationToken(new Caller(anna, "192.0.2.9", null), ""));
    }

    @Test
    void saysWhatIsMissingAndWhoCanGrantIt() {
        signIn(new Grant(Role.VIEWER, null));

        assertThatThrownBy(() -> access.require(Verb.WRITE, Part.ESTATE, "prod"))
                .isInstanceOfSatisfying(
                        NotAllowed.class,
                        refusal -> {
                            assertThat(refusal)
                                    .hasMessage(
                                            "person:access-anna may not write estate in environment"
                                                    + " prod: that takes the role OPERATOR there");
                            assertThat(refusal.remedy())
                                    .isEqualTo(
                                            "An administrator of environment prod can grant the"
                                                    + " role OPERATOR.");
                        });
    }

    @Test
    void givesBackgroundWorkNoRightsOfItsOwn() throws Exception {
        signIn(Grant.EVERYTHING);
        Callable<Reach> work = () -> access.reach(Verb.READ, Part.INVENTORY);

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(executor.submit(work).get()).isEqualTo(Reach.NONE);
            assertThat(executor.submit(() -> access.asSystem(work::call)).get())
                    .isEqualTo(Reach.ALL);
        }
    }

    @Test
    void actsAsSystemForThatWorkOnly() {
        signIn(new Grant(Role.VIEWER, "qa"));

        String during = access.asSystem(() -> access.actor().label());

        assertThat(during).isEqualTo("system");
        assertThat(access.actor().label()).isEqualTo("person:access-anna");
    }

    @Test
    void letsTheFailureOfSystemWorkThrough() {
        assertThatThrownBy(() ->
                        access.asSystem(() -> {
                            throw new IOException("disk");
                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk");
    }

    @Test
    void notesWhoDidWhatFromWhere() {
        signIn(Grant.EVERYTHING);

        access.audit("access.test", "host:web1", "qa", "done");

        assertThat(access.auditBefore(null, 50))
                .filteredOn(entry -> entry.action().equals("access.test"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo("person:access-anna");
                    assertThat(entry.subject()).isEqualTo("host:web1");
                    assertThat(entry.environment()).isEqualTo("qa");
                    assertThat(entry.outcome()).isEqualTo("done");
                    assertThat(entry.address()).isEqualTo("192.0.2.9");
                });
    }

    @Test
    void keepsSecretsAsTheirHashOnly() {
        signIn(Grant.EVERYTHING);
        assertThat(
                        jdbc.sql(
                                        """
                                        select table_name || '.' || column_name
                                        from information_schema.columns
                                        where table_schema = 'access' and data_type = 'bytea'
                                        order by 1
                                        """)
                                .query((row, number) -> row.getString(1))
                                .list())
                .containsExactly(
                        "session.secret_hash", "sign_in_link.secret_hash", "token.secret_hash");
    }
}
