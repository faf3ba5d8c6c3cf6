package dev.cadastre.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cadastre.cli.server.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChosenHostsTest {

    private static final String ESTATE =
            """
            [DEFAULT]
            ssh.user = ops
            colour = grey
            [environment qa]
            colour = green
            shape = round
            [group web]
            environment = qa
            colour = blue
            [host web1]
            groups = web
            address = 10.0.0.11
            url = http://${address}:${port}/${environment}
            port = 80
            ssh.jump = gate, root@far:2222
            [host gate]
            address = 10.0.0.1
            ssh.port = 2200
            ssh.user = hop
            """;

    @TempDir private Path folder;

    private EstateHosts estate(String text) {
        try {
            return EstateHosts.read(Files.writeString(folder.resolve("estate.ini"), text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> names(List<OfflineHost> hosts) {
        return hosts.stream().map(OfflineHost::name).toList();
    }

    @Test
    void hostSeesItsOwnValuesThenThoseOfGroupEnvironmentAndDefault() {
        OfflineHost web1 = ChosenHosts.find(List.of("web1"), List.of(), estate(ESTATE)).getFirst();

        assertThat(web1.address()).isEqualTo("10.0.0.11");
        assertThat(web1.user()).isEqualTo("ops");
        assertThat(web1.values())
                .containsEntry("colour", "blue")
                .containsEntry("shape", "round")
                .containsEntry("environment", "qa")
                .containsEntry("url", "http://10.0.0.11:80/qa")
                .doesNotContainKey("ssh.user");
    }

    @Test
    void wayLeadsThroughDeclaredHostsAndOthers() {
        OfflineHost web1 = ChosenHosts.find(List.of("web1"), List.of(), estate(ESTATE)).getFirst();

        assertThat(web1.jumps())
                .containsExactly(
                        new OfflineHost.Jump("10.0.0.1", 2200, "hop", List.of()),
                        new OfflineHost.Jump("far", 2222, "root", List.of()));
    }

    @Test
    void groupsAndEnvironmentsStandForTheirHosts() {
        assertThat(names(ChosenHosts.find(List.of("group:web,gate"), List.of(), estate(ESTATE))))
                .containsExactly("web1", "gate");
        assertThat(names(ChosenHosts.find(List.of("env:qa"), List.of(), estate(ESTATE))))
                .containsExactly("web1");
    }

    @Test
    void hostOfTheEstateKeepsItsValuesWhenItIsReachedInAnotherWay() {
        OfflineHost web1 =
                ChosenHosts.find(List.of(), List.of("root@web1:2022"), estate(ESTATE)).getFirst();

        assertThat(web1.address()).isEqualTo("10.0.0.11");
        assertThat(web1.user()).isEqualTo("root");
        assertThat(web1.port()).isEqualTo(2022);
        assertThat(web1.values()).containsEntry("colour", "blue");
    }

    @Test
    void allNamesThatMeanNothingAreToldAtOnce() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() ->
                        ChosenHosts.find(List.of("web2,group:db"), List.of("@x"), estate(ESTATE)))
                .satisfies(failure ->
                        assertThat(failure.remarks())
                                .hasSize(3)
                                .anyMatch(remark -> remark.contains("web2"))
                                .anyMatch(remark -> remark.contains("group:db"))
                                .anyMatch(remark -> remark.contains("@x")));
    }

    @Test
    void referenceThatLeadsNowhereIsToldWithItsLine() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() ->
                        ChosenHosts.find(
                                List.of("a"), List.of(), estate("[host a]\nurl = ${nothing}\n")))
                .satisfies(failure ->
                        assertThat(failure.remarks())
                                .anyMatch(remark -> remark.contains("estate.ini:2")));
    }

    @ParameterizedTest
    @CsvSource({
        "web1,,web1,22",
        "ops@web1,ops,web1,22",
        "ops@web1:2222,ops,web1,2222",
        "web1:22,,web1,22",
        "2001:db8::1,,2001:db8::1,22",
        "ops@[2001:db8::1]:2222,ops,2001:db8::1,2222"
    })
    void hostIsReadAsSshWritesIt(String text, String user, String address, int port) {
        OfflineHost host = ChosenHosts.find(List.of(), List.of(text), null).getFirst();

        assertThat(host.user()).isEqualTo(user);
        assertThat(host.address()).isEqualTo(address);
        assertThat(host.port()).isEqualTo(port);
    }
}
