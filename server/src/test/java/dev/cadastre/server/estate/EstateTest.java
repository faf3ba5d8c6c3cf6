package dev.cadastre.server.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.ini.Problem;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.NotAllowed;
import dev.cadastre.server.estate.EstateDiff.Action;
import dev.cadastre.server.estate.EstateDiff.Change;
import dev.cadastre.server.timeline.TimelineEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@ServerTest
class EstateTest extends OwnEstateFixture {
    @Test
    void appliesTheFileAtStartAndTellsWhatIsNew() throws IOException {
        OwnEstate own = startedWith(OwnEstate.TWO_HOSTS);

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
        OwnEstate own = startedWith(OwnEstate.TWO_HOSTS);

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
    void tellsTheTimelineWhichValueChanged() throws IOException {
        OwnEstate own = startedWith(OwnEstate.TWO_HOSTS);

        Files.writeString(file(), OwnEstate.TWO_HOSTS.replace("= 10.9.0.2", "= fd00::2 "));
        own.noticeSaving();

        assertThat(events("host:estate2").getFirst())
                .returns("Declared value address: 10.9.0.2 → fd00::2", TimelineEvent::summary)
                .satisfies(event -> assertThat(event.detail()).contains("fd00::2"));
    }

    @Test
    void keepsTheLastGoodEstateWhileTheFileHasErrors() throws IOException {
        OwnEstate own = startedWith(OwnEstate.TWO_HOSTS);

        Files.writeString(file(), OwnEstate.TWO_HOSTS + "[host estate1]\nnonsense\n");
        own.noticeSaving();

        assertThat(own.hosts()).containsExactly("estate1", "estate2");
        assertThat(own.published).hasSize(1);
        assertThat(own.estate.status().problems())
                .extracting(Problem::code)
                .containsExactly("ini.duplicate-section", "ini.no-value");
        assertThat(events("environment:unassigned").getFirst().kind()).isEqualTo("estate.refused");

        Files.writeString(file(), OwnEstate.TWO_HOSTS);
        own.noticeSaving();
        assertThat(own.estate.status().problems()).isEmpty();
        assertThat(own.published).hasSize(1);
    }

    @Test
    void retiresNobodyWhenTheFileIsCutOffOrGone() throws IOException {
        OwnEstate own = startedWith(OwnEstate.TWO_HOSTS);

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
        startedWith(OwnEstate.TWO_HOSTS);

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
        OwnEstate own = startedWith(OwnEstate.TWO_HOSTS);
        own.failing = true;

        assertThatThrownBy(() -> add(own, host("estate-failing")))
                .isInstanceOf(IllegalStateException.class);

        assertThat(own.hosts()).containsExactly("estate1", "estate2");
        assertThat(OwnEstate.started(means, file()).hosts()).containsExactly("estate1", "estate2");
        assertThat(events("host:estate-failing")).isEmpty();
    }

    @Test
    void plansWithoutChanging() throws IOException {
        OwnEstate own = startedWith(OwnEstate.TWO_HOSTS);
        Files.writeString(file(), OwnEstate.TWO_HOSTS.replace("10.9.0.1", "10.9.0.9"));

        EstatePlan plan = access.asSystem(() -> own.estate.plan());

        assertThat(plan.diff().of(SectionKind.HOST))
                .extracting(Change::name)
                .containsExactly("estate1");
        assertThat(own.published).hasSize(1);
        assertThat(access.asSystem(() -> own.estate.plan("other.ini", new byte[] {'x'}, Map.of())))
                .returns(false, EstatePlan::isApplicable);

        access.asSystem(() -> own.estate.apply());
        assertThat(own.estate.host("estate1"))
                .hasValueSatisfying(
                        host -> assertThat(host.address().text()).isEqualTo("10.9.0.9"));
    }

    private static final String ONE_TEST =
            OwnEstate.TWO_HOSTS + "[monitor answers]\nq = env:estate-qa\ntest = tests/answers\n";

    private void writeTest(String text) throws IOException {
        Files.createDirectories(file().resolveSibling("tests"));
        Files.writeString(file().resolveSibling("tests").resolve("answers"), text);
    }

    private static String told(OwnEstate own) {
        DeclaredMonitor answers = own.estate.model().monitors(false).get("answers");
        return String.valueOf(Objects.requireNonNull(answers).test());
    }

    @Test
    void readsATestAgainWhenOnlyThatIsSaved() throws IOException {
        writeTest("#!/bin/sh\nexit 0\n");
        OwnEstate own = startedWith(ONE_TEST);
        own.noticeSaving();
        assertThat(own.published).hasSize(1);
        assertThat(told(own)).isEqualTo("#!/bin/sh\nexit 0\n");

        writeTest("#!/bin/sh\nexit 21\n");
        EstatePlan plan = access.asSystem(() -> own.estate.plan());
        assertThat(plan.diff().changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.name()).isEqualTo("answers");
                    assertThat(change.values())
                            .singleElement()
                            .satisfies(value -> {
                                assertThat(value.key()).isEqualTo("test");
                                assertThat(value.before())
                                        .matches("tests/answers .sha256 \\w{64}.");
                                assertThat(value.after())
                                        .matches("tests/answers .sha256 \\w{64}.")
                                        .isNotEqualTo(value.before());
                                assertThat(value.difference())
                                        .contains(" #!/bin/sh\n-exit 0\n+exit 21\n");
                            });
                });

        own.noticeSaving();
        assertThat(told(own)).isEqualTo("#!/bin/sh\nexit 21\n");
        assertThat(own.published).hasSize(2);
    }

    @Test
    void keepsTheTestThatIsInForceWhenTheFileIsGone() throws IOException {
        writeTest("exit 0\n");
        OwnEstate own = startedWith(ONE_TEST);

        Files.delete(file().resolveSibling("tests").resolve("answers"));
        own.noticeSaving();

        assertThat(own.estate.status().problems())
                .singleElement()
                .returns("estate.bad-test", Problem::code)
                .returns(12, Problem::line);
        assertThat(told(own)).isEqualTo("exit 0\n");
        assertThat(told(OwnEstate.started(means, file()))).isEqualTo("exit 0\n");

        writeTest("exit 1\n");
        own.noticeSaving();
        assertThat(own.estate.status().problems()).isEmpty();
        assertThat(told(own)).isEqualTo("exit 1\n");
    }

    @Test
    void changesNothingForThoseWhoMayNot() throws IOException {
        OwnEstate own = startedWith(OwnEstate.TWO_HOSTS);

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
        OwnEstate own = startedWith(OwnEstate.TWO_HOSTS);
        for (int i = 0; i < EstateStore.KEPT_FILES + 5; i++) {
            Files.writeString(file(), OwnEstate.TWO_HOSTS + "# " + i + "\n");
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
