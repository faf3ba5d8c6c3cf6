package dev.cadastre.server.estate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.ini.Origin;
import dev.cadastre.ini.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EstateFileTest {
    private static final String ESTATE =
            """
            [DEFAULT]
            ssh.user = ops
            ssh.identity = ~/.ssh/id_ed25519
            level = default

            [team platform]
            email = platform@example.com
            phone = +49 1

            [environment qa]
            owner = platform
            level = environment
            [environment prod]

            [group web]
            environment = qa
            http.port = 8080
            level = group
            [group late]
            http.port = 1
            only.late = yes

            [host web1]
            groups = web, late
            address = 10.77.0.11
            url = http://${address}:${http.port}/
            peer = ${host db1:address}
            price = 5$$
            [host db1]
            environment = prod
            address = fd00:0:0::0012
            ssh.port = 2222
            """;

    private static EstateModel read(String text) {
        EstateReading reading = EstateFile.read("estate.ini", text);
        assertThat(reading.problems()).isEmpty();
        return Objects.requireNonNull(reading.model());
    }

    private static DeclaredHost host(EstateModel model, String name) {
        return Objects.requireNonNull(model.hosts().get(name));
    }

    private static HostView view(EstateModel model, String name) {
        return Objects.requireNonNull(model.view(name));
    }

    @Test
    void declaresTeamsEnvironmentsGroupsAndHostsInTheirOrder() {
        EstateModel model = read(ESTATE);

        assertThat(model.teams().values())
                .containsExactly(
                        new Team(
                                "platform",
                                Map.of("email", "platform@example.com", "phone", "+49 1"),
                                new Origin("estate.ini", "team platform", "", 6)));
        assertThat(model.environments().keySet()).containsExactly("qa", "prod");
        assertThat(Objects.requireNonNull(model.environments().get("qa")).owner())
                .isEqualTo("platform");
        assertThat(Objects.requireNonNull(model.groups().get("web")).hosts())
                .containsExactly("web1");
        assertThat(model.hosts().keySet()).containsExactly("web1", "db1");
    }

    @Test
    void looksUpInHostThenGroupsInOrderThenEnvironmentThenDefault() {
        EstateModel model = read(ESTATE);
        HostView web1 = view(model, "web1");

        assertThat(web1.value("level")).isEqualTo("group");
        assertThat(web1.value("http.port")).isEqualTo("8080");
        assertThat(web1.value("only.late")).isEqualTo("yes");
        assertThat(web1.value("owner")).isEqualTo("platform");
        assertThat(web1.value("ssh.user")).isEqualTo("ops");
        assertThat(view(model, "db1").value("level")).isEqualTo("default");
    }

    @Test
    void tellsTheSectionsOfAHostFromDefaultUp() {
        assertThat(read(ESTATE).sections("web1"))
                .extracting(EstateSection::name)
                .containsExactly(
                        "DEFAULT", "environment qa", "group late", "group web", "host web1");
    }

    @Test
    void substitutesInTheHostsOwnViewAndFromOtherSections() {
        HostView web1 = view(read(ESTATE), "web1");

        assertThat(web1.value("url")).isEqualTo("http://10.77.0.11:8080/");
        assertThat(web1.value("peer")).isEqualTo("fd00:0:0::0012");
        assertThat(web1.value("price")).isEqualTo("5$");
    }

    @Test
    void tellsWhereEachValueAndItsPartsCameFrom() {
        HostView web1 = view(read(ESTATE), "web1");

        assertThat(web1.values())
                .filteredOn(shown -> shown.key().equals("url"))
                .singleElement()
                .satisfies(shown ->
                        assertThat(shown.origins())
                                .extracting(Origin::section, Origin::line)
                                .containsExactly(
                                        tuple("host web1", 26),
                                        tuple("host web1", 25),
                                        tuple("group web", 17)));
    }

    @Test
    void takesTheEnvironmentFromTheHostItsGroupsOrDefault() {
        EstateModel model =
                read(
                        """
                        [environment qa]
                        [environment prod]
                        [group a]
                        environment = qa
                        [group b]
                        environment = qa
                        [host own]
                        groups = a
                        environment = prod
                        [host grouped]
                        groups = a b
                        [host bare]
                        [host explicit]
                        groups = a
                        environment = unassigned
                        """);

        assertThat(model.hosts().values())
                .extracting(DeclaredHost::environment)
                .containsExactly("prod", "qa", "unassigned", "unassigned");
    }

    @Test
    void reachesAHostByItsNameUnlessAnAddressIsStated() {
        EstateModel model =
                read(
                        """
                        [host Web1.Example.COM]
                        [host 10.0.0.1]
                        [host here]
                        address = local
                        [host six]
                        address = [FD00:0::1]
                        [host of-group]
                        groups = numbered
                        number = 7
                        [group numbered]
                        address = 10.0.1.${number}
                        """);

        assertThat(model.hosts().values())
                .extracting(host -> host.address().kind() + " " + host.address().text())
                .containsExactly(
                        "NAME web1.example.com",
                        "IP 10.0.0.1",
                        "LOCAL local",
                        "IP fd00::1",
                        "IP 10.0.1.7");
    }

    @Test
    void showsAddressAndEnvironmentWhereNothingStatesThem() {
        HostView view = view(read("[host web1]\nurl = http://${address}/${environment}\n"), "web1");

        assertThat(view.value("url")).isEqualTo("http://web1/unassigned");
        assertThat(view.values())
                .extracting(HostView.Shown::key)
                .containsExactlyInAnyOrder("url", "address", "environment");
    }

    @Test
    void anEmptyValueUndoesAnInheritedOne() {
        EstateModel model =
                read(
                        """
                        [DEFAULT]
                        ssh.user = ops
                        ssh.port = 2222
                        owner = a
                        address = 10.0.0.1
                        [team a]
                        [host web1]
                        ssh.user =
                        ssh.port =
                        owner =
                        address =
                        """);

        DeclaredHost web1 = host(model, "web1");
        assertThat(web1.ssh()).isEqualTo(SshSettings.DEFAULT);
        assertThat(web1.owner()).isNull();
        assertThat(web1.address().text()).isEqualTo("web1");
    }

    @Test
    void readsHowToSignIn() {
        EstateModel model =
                read(
                        """
                        [DEFAULT]
                        ssh.jump = ops@bastion, [fd00::9]:2200
                        ssh.timeout = 1m30s
                        [host bastion]
                        ssh.jump =
                        [host web1]
                        ssh.user = deploy
                        ssh.port = 2222
                        ssh.identity = ~/.ssh/one
                          /etc/keys/number two
                        ssh.hostkeys = strict
                        """);

        assertThat(host(model, "web1").ssh())
                .isEqualTo(
                        new SshSettings(
                                "deploy",
                                2222,
                                List.of("~/.ssh/one", "/etc/keys/number two"),
                                List.of(
                                        new SshJump("bastion", "ops", null),
                                        new SshJump("fd00::9", null, 2200)),
                                SshSettings.HostKeys.STRICT,
                                Duration.ofSeconds(90)));
        assertThat(host(model, "bastion").ssh().jumps()).isEmpty();
    }

    @Test
    void inheritsTheOwner() {
        EstateModel model =
                read(
                        """
                        [team a]
                        [team b]
                        [environment qa]
                        owner = a
                        [host one]
                        environment = qa
                        [host two]
                        environment = qa
                        owner = b
                        [host three]
                        """);

        assertThat(model.hosts().values())
                .extracting(DeclaredHost::owner)
                .containsExactly("a", "b", null);
    }

    @Test
    void anEmptyFileDeclaresNothing() {
        EstateModel model = read("# nothing yet\n");

        assertThat(model.hosts()).isEmpty();
        assertThat(model.view("web1")).isNull();
    }

    @Test
    void addsToTheFileWhatWasDeclaredByApi() {
        Additions additions =
                new Additions(
                        List.of(
                                added("web2", "qa", List.of(), Map.of("ssh.user", "$USER")),
                                added("web1", "lab", List.of(), Map.of())),
                        List.of(
                                new AddedEnvironment("lab", "person:anna"),
                                new AddedEnvironment("qa", "person:anna")));
        String text = "[DEFAULT]\nssh.port = 22\n[environment qa]\n[host web1]\nenvironment = qa\n";

        EstateReading reading =
                EstateFile.read(
                        "estate.ini",
                        text.getBytes(UTF_8),
                        additions,
                        SectionChecks.NONE,
                        MonitorTests.NONE);
        EstateModel model = reading.modelOrThrow();

        assertThat(host(model, "web1").isInFile()).isTrue();
        assertThat(host(model, "web1").environment()).isEqualTo("qa");
        assertThat(host(model, "web2").isInFile()).isFalse();
        assertThat(host(model, "web2").ssh().user()).isEqualTo("$USER");
        assertThat(view(model, "web2").values())
                .filteredOn(shown -> shown.key().equals("ssh.user"))
                .extracting(shown -> shown.origin().toString())
                .containsExactly("added by person:anna");
        assertThat(model.environments().keySet()).containsExactly("qa", "lab");
    }

    private static AddedHost added(
            String name, String environment, List<String> groups, Map<String, String> settings) {
        return new AddedHost(new NewHost(name, environment, groups, settings), "person:anna");
    }

    @Test
    void doesNotFailOverWhatWasAddedForGroupsThatAreGone() {
        Additions additions =
                new Additions(List.of(added("web2", "qa", List.of("gone"), Map.of())), List.of());

        EstateReading reading =
                EstateFile.read(
                        "estate.ini",
                        new byte[0],
                        additions,
                        SectionChecks.NONE,
                        MonitorTests.NONE);

        assertThat(reading.problems())
                .singleElement()
                .hasToString(
                        "added by person:anna: warning: [host web2] names the group 'gone', which"
                                + " is not defined; define it by a section [group gone]"
                                + " [estate.undefined-group]");
        assertThat(reading.modelOrThrow().environments().keySet()).containsExactly("qa");
        assertThat(host(reading.modelOrThrow(), "web2").groups()).isEmpty();
    }

    @Test
    void warningsLeaveTheFileUsable() {
        EstateReading reading =
                EstateFile.read(
                        "estate.ini", "[host a]\naddress = local\n[host b]\naddress=local\n");

        assertThat(reading.model()).isNotNull();
        assertThat(reading.problems())
                .extracting(Problem::code)
                .containsExactly("estate.same-address");
    }

    @Test
    void reportsAnInheritedMistakeOnceAndAtItsPlace() {
        StringBuilder text = new StringBuilder("[DEFAULT]\nurl = http://${adress}/\n");
        for (int i = 0; i < 100; i++) {
            text.append("[host web%d]\n".formatted(i));
        }

        EstateReading reading = EstateFile.read("estate.ini", text.toString());

        assertThat(reading.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
    }
}
