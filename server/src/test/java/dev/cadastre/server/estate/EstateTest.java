package dev.cadastre.server.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.ini.Origin;
import dev.cadastre.ini.Problem;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Actor;
import dev.cadastre.server.access.Caller;
import dev.cadastre.server.access.Grant;
import dev.cadastre.server.access.NotAllowed;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.estate.EstateDiff.Action;
import dev.cadastre.server.estate.EstateDiff.Change;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.timeline.TimelineQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@ServerTest
class EstateTest {
    private static final String TWO_HOSTS =
            """
            [DEFAULT]
            ssh.user = ops
            [environment estate-qa]
            [host estate1]
            environment = estate-qa
            address = 10.9.0.1
            [host estate2]
            environment = estate-qa
            address = 10.9.0.2
            """;

    @Autowired private OwnEstate.Means means;
    @Autowired private Access access;
    @Autowired private Timeline timeline;
    @TempDir private Path folder;

    @BeforeEach
    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
        means.clear();
    }

    private Path file() {
        return folder.resolve("estate.ini");
    }

    private OwnEstate startedWith(String content) throws IOException {
        Files.writeString(file(), content);
        return OwnEstate.started(means, file());
    }

    private List<TimelineEvent> events(String asset) {
        return timeline.find(new TimelineQuery(null, asset, null, null, 10));
    }

    private Addition add(OwnEstate own, NewHost host) {
        return access.asSystem(() -> own.estate.addHost(host));
    }

    private static NewHost host(String name) {
        return new NewHost(name, "estate-lab", List.of(), Map.of("address", "10.9.1.1"));
    }

    @Test
    void appliesTheFileAtStartAndTellsWhatIsNew() throws IOException {
        OwnEstate own = startedWith(TWO_HOSTS);

        assertThat(own.hosts()).containsExactly("estate1", "estate2");
        assertThat(own.estate.status().isBroken()).isFalse();
        assertThat(own.estate.status().appliedAt()).isNotNull();
        assertThat(own.published)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.diff().of(SectionKind.HOST))
                                .extracting(Change::name, Change::action)
                                .containsExactly(
                                        tuple("estate1", Action.ADDED),
                                        tuple("estate2", Action.ADDED)));
        assertThat(events("host:estate1").getFirst())
                .returns("estate.added", TimelineEvent::kind)
                .returns("estate-qa", TimelineEvent::environment)
                .returns("system", TimelineEvent::actor);
    }

    @Test
    void takesAFileForSavedOnlyWhenItStaysTheSame() throws IOException {
        OwnEstate own = startedWith(TWO_HOSTS);

        Files.writeString(file(), "[host estate1]\n");
        own.watch.look();
        Files.writeString(file(), "[host estate1]\n[host estate3]\n");
        own.watch.look();
        assertThat(own.hosts()).containsExactly("estate1", "estate2");

        own.watch.look();
        assertThat(own.hosts()).containsExactly("estate1", "estate3");
        assertThat(own.published).hasSize(2);
        assertThat(own.published.getLast().diff().of(SectionKind.HOST))
                .extracting(Change::action)
                .containsExactly(Action.REMOVED, Action.CHANGED, Action.ADDED);
    }

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
    void tellsTheTimelineWhichValueChanged() throws IOException {
        OwnEstate own = startedWith(TWO_HOSTS);

        Files.writeString(file(), TWO_HOSTS.replace("= 10.9.0.2", "= fd00::2 "));
        own.noticeSaving();

        assertThat(events("host:estate2").getFirst())
                .returns("Declared value address: 10.9.0.2 → fd00::2", TimelineEvent::summary)
                .satisfies(event -> assertThat(event.detail()).contains("fd00::2"));
    }

    @Test
    void keepsTheLastGoodEstateWhileTheFileHasErrors() throws IOException {
        OwnEstate own = startedWith(TWO_HOSTS);

        Files.writeString(file(), TWO_HOSTS + "[host estate1]\nnonsense\n");
        own.noticeSaving();

        assertThat(own.hosts()).containsExactly("estate1", "estate2");
        assertThat(own.published).hasSize(1);
        assertThat(own.estate.status().problems())
                .extracting(Problem::code)
                .containsExactly("ini.duplicate-section", "ini.no-value");
        assertThat(events("environment:unassigned").getFirst().kind()).isEqualTo("estate.refused");

        Files.writeString(file(), TWO_HOSTS);
        own.noticeSaving();
        assertThat(own.estate.status().problems()).isEmpty();
        assertThat(own.published).hasSize(1);
    }

    @Test
    void retiresNobodyWhenTheFileIsCutOffOrGone() throws IOException {
        OwnEstate own = startedWith(TWO_HOSTS);

        Files.writeString(file(), "");
        own.noticeSaving();
        assertThat(own.hosts()).containsExactly("estate1", "estate2");
        assertThat(own.estate.status().problems())
                .extracting(Problem::code)
                .containsExactly("estate.empty");

        Files.delete(file());
        own.noticeSaving();
        assertThat(own.hosts()).containsExactly("estate1", "estate2");
        assertThat(own.estate.status().problems())
                .extracting(Problem::code)
                .containsExactly("estate.missing");

        Files.writeString(file(), "# nothing any more\n");
        own.noticeSaving();
        assertThat(own.hosts()).isEmpty();
    }

    @Test
    void knowsAfterARestartWhatWasAppliedBefore() throws IOException {
        startedWith(TWO_HOSTS);

        OwnEstate again = OwnEstate.started(means, file());
        assertThat(again.hosts()).containsExactly("estate1", "estate2");
        assertThat(again.published).isEmpty();

        Files.delete(file());
        OwnEstate withoutFile = OwnEstate.started(means, file());
        assertThat(withoutFile.hosts()).containsExactly("estate1", "estate2");
        assertThat(withoutFile.estate.status().isBroken()).isTrue();

        OwnEstate unnamed = OwnEstate.started(means, null);
        assertThat(unnamed.hosts()).containsExactly("estate1", "estate2");
        assertThat(unnamed.estate.status().file()).isNull();
    }

    @Test
    void changesNothingWhenAListenerFails() throws IOException {
        OwnEstate own = startedWith(TWO_HOSTS);
        own.failing = true;

        assertThatThrownBy(() -> add(own, host("estate-failing")))
                .isInstanceOf(IllegalStateException.class);

        assertThat(own.hosts()).containsExactly("estate1", "estate2");
        assertThat(OwnEstate.started(means, file()).hosts()).containsExactly("estate1", "estate2");
        assertThat(events("host:estate-failing")).isEmpty();
    }

    @Test
    void keepsAddedHostsWhichInheritFromTheFile() throws IOException {
        OwnEstate own = startedWith(TWO_HOSTS);

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
        OwnEstate own = startedWith(TWO_HOSTS);
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
        OwnEstate own = startedWith(TWO_HOSTS);
        add(own, host("estate3"));

        Files.writeString(file(), TWO_HOSTS + "[host estate3]\naddress = 10.9.1.1\n");
        own.noticeSaving();
        Files.writeString(file(), TWO_HOSTS);
        own.noticeSaving();

        assertThat(own.hosts()).containsExactly("estate1", "estate2");
        assertThat(own.published.getLast().diff().of(SectionKind.HOST))
                .extracting(Change::name, Change::action)
                .containsExactly(tuple("estate3", Action.REMOVED));
    }

    @Test
    void takesAnAddedHostForTheOneThatTheFileDeclaresInAnotherCase() throws IOException {
        OwnEstate own = startedWith(TWO_HOSTS);
        add(own, host("Estate3"));

        Files.writeString(file(), TWO_HOSTS + "[host estate3]\naddress = 10.9.1.1\n");
        own.noticeSaving();

        assertThat(own.estate.status().isBroken()).isFalse();
        assertThat(own.hosts()).containsExactly("estate1", "estate2", "estate3");
        assertThat(own.estate.hostIgnoringCase("ESTATE3"))
                .isEqualTo(own.estate.host("estate3"))
                .isPresent();
    }

    @Test
    void takesBackWhatWasAdded() throws IOException {
        OwnEstate own = startedWith(TWO_HOSTS);
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

    @Test
    void plansWithoutChanging() throws IOException {
        OwnEstate own = startedWith(TWO_HOSTS);
        Files.writeString(file(), TWO_HOSTS.replace("10.9.0.1", "10.9.0.9"));

        EstatePlan plan = access.asSystem(() -> own.estate.plan());

        assertThat(plan.diff().of(SectionKind.HOST))
                .extracting(Change::name)
                .containsExactly("estate1");
        assertThat(own.published).hasSize(1);
        assertThat(access.asSystem(() -> own.estate.plan("other.ini", new byte[] {'x'})))
                .returns(false, EstatePlan::isApplicable);

        access.asSystem(() -> own.estate.apply());
        assertThat(own.estate.host("estate1"))
                .hasValueSatisfying(
                        host -> assertThat(host.address().text()).isEqualTo("10.9.0.9"));
    }

    @Test
    void changesNothingForThoseWhoMayNot() throws IOException {
        OwnEstate own = startedWith(TWO_HOSTS);

        assertThatThrownBy(() -> own.estate.addHost(host("x"))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> own.estate.removeHost("x")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> own.estate.addEnvironment("x")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> own.estate.removeEnvironment("x")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> own.estate.apply()).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> own.estate.plan()).isInstanceOf(NotAllowed.class);
    }

    @Test
    void sumsUpWhenVeryMuchChangesAtOnce() throws IOException {
        StringBuilder text = new StringBuilder("[environment estate-many]\n");
        for (int i = 0; i <= EstateEvents.MOST_EVENTS; i++) {
            text.append("[host estate-many%d]\nenvironment = estate-many\n".formatted(i));
        }

        startedWith(text.toString());

        assertThat(events("environment:estate-many").getFirst().summary())
                .isEqualTo("Declarations added: " + (EstateEvents.MOST_EVENTS + 2));
        assertThat(events("host:estate-many0")).isEmpty();
    }

    @Test
    void keepsALimitedNumberOfAppliedContents() throws IOException {
        OwnEstate own = startedWith(TWO_HOSTS);
        for (int i = 0; i < EstateStore.KEPT_FILES + 5; i++) {
            Files.writeString(file(), TWO_HOSTS + "# " + i + "\n");
            access.asSystem(() -> own.estate.apply());
        }

        assertThat(
                        means.jdbc()
                                .sql("select count(*) from estate.applied_file")
                                .query(Integer.class)
                                .single())
                .isEqualTo(EstateStore.KEPT_FILES);
    }
}
