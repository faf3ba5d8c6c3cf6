package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.NotAllowed;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.foreign.Zipped;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ImportsTest {

    private static final String UNREACHABLE = "{\"unreachable\": true, \"msg\": \"no route\"}";

    @Autowired private Imports imports;
    @Autowired private Reports reports;
    @Autowired private Hosts hosts;

    private static String facts(String version) {
        return """
        {"ansible_facts": {"ansible_distribution": "Debian",
          "ansible_distribution_version": "%s", "packages": {"bash": [
            {"name": "bash", "version": "5.1", "arch": "amd64", "source": "apt"}]}}}
        """
                .formatted(version);
    }

    private static Reach only(String environment) {
        return new Reach(Set.of(environment));
    }

    @Test
    void takesNewHostsAndSpeaksBesideTheProbeOfKnownOnes() {
        reports.accept(
                TestReport.declared("imports-known", "imports"),
                new TestReport().deb("bash", "5.2").build());

        Imports.Imported imported =
                imports.ansible(
                        Zipped.of(
                                "imports-known", facts("11"),
                                "imports-new", facts("12.5"),
                                "imports-off", UNREACHABLE),
                        only("imports"),
                        "token:test");

        assertThat(imported.hosts()).isEqualTo(2);
        assertThat(imported.first()).isEqualTo(1);
        assertThat(imported.remarks())
                .containsExactly(
                        new Imports.Remark("imports-off", false, "Ansible failed there: no route"));
        assertThat(hosts.named("imports-new", null, Reach.ALL).orElseThrow())
                .extracting(Host::environment, Host::os, Host::packages)
                .containsExactly("imports", "Debian 12.5", 1);
        assertThat(hosts.detail("imports-known", Reach.ALL).orElseThrow().contradictions())
                .extracting(
                        HostDetail.Contradiction::subject,
                        HostDetail.Contradiction::value,
                        HostDetail.Contradiction::told)
                .containsExactly(
                        tuple("fact os.version", "12", "11"), tuple("deb bash", "5.2", "5.1"));
    }

    @Test
    void takesNothingIfOneFileIsWrong() {
        assertThatThrownBy(() ->
                        imports.ansible(
                                Zipped.of("imports-a", facts("12"), "imports-b", "{\"a\":"),
                                Reach.ALL,
                                "token:test"))
                .isInstanceOfSatisfying(
                        InvalidFeed.class,
                        invalid -> assertThat(invalid.place()).startsWith("imports-b"));

        assertThat(hosts.named("imports-a", null, Reach.ALL)).isEmpty();
    }

    @Test
    void takesNothingIfOneHostIsOutOfReach() {
        reports.accept(
                TestReport.declared("imports-z", "imports-elsewhere"), new TestReport().build());

        assertThatThrownBy(() ->
                        imports.ansible(
                                Zipped.of("imports-c", facts("12"), "imports-z", facts("12")),
                                only("imports"),
                                "token:test"))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("imports-z");

        assertThat(hosts.named("imports-c", null, Reach.ALL)).isEmpty();
    }
}
