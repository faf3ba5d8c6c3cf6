package dev.cadastre.server.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.ini.Origin;
import dev.cadastre.ini.Problem;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Actor;
import dev.cadastre.server.access.Caller;
import dev.cadastre.server.access.Grant;
import dev.cadastre.server.access.NotAllowed;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.estate.EstateDiff.Action;
import dev.cadastre.server.estate.EstateDiff.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@ServerTest
class AddedHostsTest extends OwnEstateFixture {
    @Test
    void letsOnlyThoseWhoMayWriteEverywhereAddTheServersMachine() throws IOException {
        OwnEstate own =
                startedWith("[group estate-here]\naddress = local\n[environment estate-qa]\n");
        NewHost here = new NewHost("here", "estate-qa", List.of(), Map.of("address", "local"));
        NewHost inherited = new NewHost("here", "estate-qa", List.of("estate-here"), Map.of());
        signIn(new Grant(Role.OPERATOR, "estate-qa"));

        assertThatThrownBy(() -> own.estate.addHost(here)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> own.estate.addHost(inherited)).isInstanceOf(NotAllowed.class);

        signIn(new Grant(Role.OPERATOR, null));
        assertThat(own.estate.addHost(here)).isInstanceOf(Addition.Done.class);
    }

    private static void signIn(Grant grant) {
        Actor anna = new Actor(Actor.Kind.PERSON, "estate-anna", List.of(grant));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new TestingAuthenticationToken(new Caller(anna, null, null), ""));
    }

    @Test
    void keepsAddedHostsWhichInheritFromTheFile() throws IOException {
        OwnEstate own = startedWith(OwnEstate.TWO_HOSTS);

        assertThat(add(own, host("estate-added"))).isEqualTo(new Addition.Done());

        OwnEstate again = OwnEstate.started(means, file());
        assertThat(again.estate.host("estate-added"))
                .hasValueSatisfying(host -> {
                    assertThat(host.environment()).isEqualTo("estate-lab");
                    assertThat(host.address().text()).isEqualTo("10.9.1.1");
                    assertThat(host.ssh().user()).isEqualTo("ops");
                    assertThat(host.origin().file()).isEqualTo("added by system");
                });
        assertThat(again.estate.model().environments()).containsKey("estate-lab");
        assertThat(events("host:estate-added").getFirst().environment()).isEqualTo("estate-lab");
    }

    @Test
    void leavesToTheFileWhatTheFileDeclares() throws IOException {
        OwnEstate own = startedWith(OwnEstate.TWO_HOSTS);
        var inFile =
                new Addition.DeclaredInFile(new Origin(file().toString(), "host estate1", "", 4));

        assertThat(add(own, host("estate1"))).isEqualTo(inFile);
        assertThat(add(own, host("Estate1"))).isEqualTo(inFile);
        assertThat(access.asSystem(() -> own.estate.removeHost("estate1"))).isEqualTo(inFile);
        assertThat(access.asSystem(() -> own.estate.addEnvironment("estate-qa")))
                .isInstanceOf(Addition.DeclaredInFile.class);
        assertThat(access.asSystem(() -> own.estate.removeEnvironment("estate-qa")))
                .isInstanceOf(Addition.DeclaredInFile.class);
    }

    @Test
    void handsAnAddedHostOverToTheFileThatDeclaresIt() throws IOException {
        OwnEstate own = startedWith(OwnEstate.TWO_HOSTS);
        add(own, host("estate3"));

        Files.writeString(file(), OwnEstate.TWO_HOSTS + "[host estate3]\naddress = 10.9.1.1\n");
        own.noticeSaving();
        Files.writeString(file(), OwnEstate.TWO_HOSTS);
        own.noticeSaving();

        assertThat(own.hosts()).containsExactly("estate1", "estate2");
        assertThat(own.published.getLast().diff().of(SectionKind.HOST))
                .extracting(Change::name, Change::action)
                .containsExactly(tuple("estate3", Action.REMOVED));
    }

    @Test
    void takesAnAddedHostForTheOneThatTheFileDeclaresInAnotherCase() throws IOException {
        OwnEstate own = startedWith(OwnEstate.TWO_HOSTS);
        add(own, host("Estate3"));

        Files.writeString(file(), OwnEstate.TWO_HOSTS + "[host estate3]\naddress = 10.9.1.1\n");
        own.noticeSaving();

        assertThat(own.estate.status().isBroken()).isFalse();
        assertThat(own.hosts()).containsExactly("estate1", "estate2", "estate3");
        assertThat(own.estate.hostIgnoringCase("ESTATE3"))
                .isEqualTo(own.estate.host("estate3"))
                .isPresent();
    }

    @Test
    void takesBackWhatWasAdded() throws IOException {
        OwnEstate own = startedWith(OwnEstate.TWO_HOSTS);
        add(own, host("estate3"));
        access.asSystem(() -> own.estate.addEnvironment("estate-lab"));

        assertThat(add(own, host("estate3"))).isEqualTo(new Addition.AddedBefore());
        assertThat(access.asSystem(() -> own.estate.removeEnvironment("estate-lab")))
                .isEqualTo(new Addition.InUse(List.of("estate3")));
        assertThat(access.asSystem(() -> own.estate.removeHost("estate3")))
                .isEqualTo(new Addition.Done());
        assertThat(access.asSystem(() -> own.estate.removeEnvironment("estate-lab")))
                .isEqualTo(new Addition.Done());
        assertThat(access.asSystem(() -> own.estate.removeHost("estate3")))
                .isEqualTo(new Addition.NotAdded());
        assertThat(OwnEstate.started(means, file()).hosts()).containsExactly("estate1", "estate2");
    }

    @Test
    void saysAllThatIsWrongWithAHostToAdd() throws IOException {
        OwnEstate own = startedWith("[group web]\n");

        assertThat(
                        add(
                                own,
                                new NewHost(
                                        "../x",
                                        "a b",
                                        List.of("wbe"),
                                        Map.of("url", "x", "ssh.user", "\u0007"))))
                .isInstanceOfSatisfying(
                        Addition.Invalid.class,
                        invalid ->
                                assertThat(invalid.problems())
                                        .extracting(Problem::code)
                                        .containsExactlyInAnyOrder(
                                                "estate.bad-name",
                                                "estate.bad-name",
                                                "estate.undefined-group",
                                                "estate.unknown-setting",
                                                "estate.bad-value"));
        assertThat(add(own, new NewHost("x", null, List.of(), Map.of("ssh.port", "0"))))
                .isInstanceOfSatisfying(
                        Addition.Invalid.class,
                        invalid ->
                                assertThat(invalid.problems())
                                        .extracting(Problem::toString)
                                        .containsExactly(
                                                "added by system: error: ssh.port = '0' is not a"
                                                        + " port; write a number from 1 to 65535"
                                                        + " [estate.bad-value]"));
    }
}
