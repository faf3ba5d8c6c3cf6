package dev.cadastre.server.web.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.Lifecycle;
import dev.cadastre.server.inventory.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnsibleInventoryTest {

    static Host host(String name, String environment, String... groups) {
        return new Host(
                new UUID(0, 1),
                name,
                environment,
                List.of(groups),
                "10.0.0.1",
                "{{ lookup('pipe', 'id') }}",
                "opensuse-leap",
                "6.1",
                new Outcome(Outcome.Kind.COLLECTED, Instant.EPOCH, null, null, null),
                null,
                false,
                0,
                Lifecycle.LIVE,
                null,
                Instant.EPOCH,
                true,
                null,
                0);
    }

    private static Map<String, Object> document(Host... hosts) {
        var inventory = new AnsibleInventory();
        for (Host host : hosts) {
            inventory.add(host, Optional.empty());
        }
        return inventory.document();
    }

    @Test
    void groupsByEnvironmentGroupAndSystem() {
        assertThat(document(host("web1", "qa-eu", "web")))
                .containsEntry("env_qa_eu", Map.of("hosts", List.of("web1")))
                .containsEntry("group_web", Map.of("hosts", List.of("web1")))
                .containsEntry("os_opensuse_leap", Map.of("hosts", List.of("web1")))
                .containsEntry(
                        "all",
                        Map.of("children", List.of("env_qa_eu", "group_web", "os_opensuse_leap")))
                .containsKeys("ungrouped", "_meta");
    }

    @Test
    void neverMakesOneGroupOfTwo() {
        Map<String, Object> document =
                document(host("a", "q", "web-1"), host("b", "q", "web_1"), host("c", "q", "web.1"));

        assertThat(document.get("group_web_1")).isEqualTo(Map.of("hosts", List.of("b")));
        assertThat(document.keySet())
                .filteredOn(name -> name.startsWith("group_web_1_"))
                .hasSize(2)
                .allMatch(name -> name.matches("[a-z0-9_]+"));
    }

    @Test
    void handsOverNothingThatAHostReportedForAnsibleToEvaluate() {
        assertThat(document(host("web1", "qa")).toString()).doesNotContain("lookup", "{{");
    }
}
