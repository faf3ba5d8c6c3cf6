package dev.cadastre.server.inventory.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.probe.Fact;
import dev.cadastre.probe.InstalledPackage;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.SshHostKey;
import dev.cadastre.server.inventory.InvalidFeed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsibleFolderTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static final String SETUP =
            """
            {"ansible_facts": {
              "ansible_architecture": "x86_64", "ansible_distribution": "RedHat",
              "ansible_distribution_version": "9.4", "ansible_kernel": "5.14.0-427.el9.x86_64",
              "ansible_hostname": "db1", "ansible_fqdn": "db1.example.com",
              "ansible_machine_id": "0123456789abcdef0123456789abcdef",
              "ansible_ssh_host_key_ed25519_public": "AAAAC3NzaC1lZDI1NTE5AAAAIB7y",
              "ansible_memtotal_mb": 2048, "ansible_processor_vcpus": 4,
              "ansible_local": {"shop": {"release": "1.10", "copies": 3}},
              "ansible_env": {"AWS_SECRET_ACCESS_KEY": "x"},
              "ansible_date_time": {"iso8601": "2026-11-20T08:00:00Z"}},
             "changed": false}
            """;

    private static final String PACKAGES =
            """
            {"ansible_facts": {"packages": {
              "kernel": [
                {"name": "kernel", "version": "5.14.0", "release": "1.el9", "epoch": null,
                 "arch": "x86_64", "source": "rpm"},
                {"name": "kernel", "version": "5.14.0", "release": "2.el9", "epoch": null,
                 "arch": "x86_64", "source": "rpm"}],
              "tar": [{"name": "tar", "version": "1.34", "release": "6.el9", "epoch": 2,
                 "arch": "x86_64", "source": "rpm"}]}}, "changed": false}
            """;

    private static AnsibleFolder open(String... files) throws IOException {
        return AnsibleFolder.open(Zipped.of(files), AnsibleFolder.Bounds.USUAL);
    }

    private static void check(InputStream content, AnsibleFolder.Bounds bounds) throws IOException {
        try (AnsibleFolder folder = AnsibleFolder.open(content, bounds)) {
            folder.check();
        }
    }

    private static Report something(AnsibleFolder folder, String host) {
        return switch (folder.of(host, NOW)) {
            case AnsibleFolder.Told.Something(Report report) -> report;
            case AnsibleFolder.Told.Nothing(String reason) -> throw new AssertionError(reason);
        };
    }

    @Test
    void readsWhatSetupAndPackageFactsWroteIntoTwoFolders() throws IOException {
        try (AnsibleFolder folder = open("facts/db1", SETUP, "packages/db1", PACKAGES)) {
            folder.check();
            Report report = something(folder, "db1");

            assertThat(report.facts())
                    .extracting(Fact::name, fact -> fact.value().text())
                    .containsExactlyInAnyOrder(
                            tuple("os.id", "rhel"),
                            tuple("os.name", "RedHat 9.4"),
                            tuple("os.version", "9.4"),
                            tuple("kernel.release", "5.14.0-427.el9.x86_64"),
                            tuple("kernel.arch", "x86_64"),
                            tuple("cpu.count", "4"),
                            tuple("memory.total", "2147483648"),
                            tuple("ansible.local.shop.release", "1.10"),
                            tuple("ansible.local.shop.copies", "3"));
            assertThat(report.packages())
                    .extracting(InstalledPackage::name, InstalledPackage::version)
                    .containsExactly(
                            tuple("kernel", "5.14.0-1.el9"),
                            tuple("kernel", "5.14.0-2.el9"),
                            tuple("tar", "2:1.34-6.el9"));
            assertThat(report.identity().machineId()).isEqualTo("0123456789abcdef0123456789abcdef");
            assertThat(report.identity().sshHostKeys())
                    .extracting(SshHostKey::type)
                    .containsExactly("ssh-ed25519");
            assertThat(report.hostTime()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
        }
    }

    @Test
    void tellsWhyNothingIsKnownOfAHostThatAnsibleDidNotReach() throws IOException {
        try (AnsibleFolder folder =
                open("db2", "{\"unreachable\": true, \"msg\": \"Connection timed out\"}")) {
            folder.check();

            assertThat(folder.of("db2", NOW))
                    .isEqualTo(
                            new AnsibleFolder.Told.Nothing(
                                    "Ansible failed there: Connection timed out"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|f/h $|It is not an object.",
                "{\"changed\": false}|f/h $.ansible_facts|It is missing: this is no answer of setup.",
                "{\"ansible_facts\": 1}|f/h $.ansible_facts|It is not an object.",
                "{\"ansible_facts\": {\"ansible_kernel\": 5}}|f/h $.ansible_facts.ansible_kernel|It is no text.",
                "{\"ansible_facts\": {\"ansible_kernel\": \"6\", \"ansible_memtotal_mb\": \"2\"}}|f/h $.ansible_facts.ansible_memtotal_mb|It is no whole number.",
                "{\"ansible_facts\": {\"packages\": {\"a\": {}}}}|f/h $.ansible_facts.packages.a|It is no list of versions.",
                "{\"ansible_facts\": {\"packages\": {\"a\": [{\"name\": \"a\"}]}}}|f/h $.ansible_facts.packages.a[0].version|It is missing.",
                "{\"ansible_facts\": {\"ansible_date_time\": {\"iso8601\": \"noon\"}}}|f/h $.ansible_facts.ansible_date_time.iso8601|It is not a time of RFC 3339."
            })
    void namesTheFileAndThePathOfWhatIsMistyped(String content, String place, String reason) {
        assertThatThrownBy(() -> check(Zipped.of("f/h", content), AnsibleFolder.Bounds.USUAL))
                .isInstanceOfSatisfying(
                        InvalidFeed.class,
                        invalid -> {
                            assertThat(invalid.place()).isEqualTo(place);
                            assertThat(invalid.reason()).isEqualTo(reason);
                        });
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        String deep = "{\"ansible_facts\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertThatThrownBy(() -> check(Zipped.of("f/h", deep), AnsibleFolder.Bounds.USUAL))
                .isInstanceOf(InvalidFeed.class)
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void refusesTwoFilesThatTellTheSameOfOneHost() {
        assertThatThrownBy(() ->
                        check(
                                Zipped.of("new/h", PACKAGES, "old/h", PACKAGES),
                                AnsibleFolder.Bounds.USUAL))
                .isInstanceOf(InvalidFeed.class)
                .hasMessage("Another file tells of the same host's packages-rpm.");
    }

    @Test
    void refusesNamesThatAreOfNoHost() {
        assertThatThrownBy(() -> open("f/a b", SETUP)).isInstanceOf(InvalidFeed.class);
        assertThatThrownBy(() -> open("f/", "", ".hidden", SETUP))
                .isInstanceOf(InvalidFeed.class)
                .hasMessage("There is no file in it.");
    }

    @Test
    void refusesMoreThanItsBounds() {
        assertThatThrownBy(() ->
                        check(
                                Zipped.of("a", SETUP, "b", SETUP),
                                new AnsibleFolder.Bounds(1, 99_999, 99_999)))
                .isInstanceOf(InvalidFeed.class)
                .hasMessage("It has more than 1 files.");
        assertThatThrownBy(() ->
                        check(Zipped.of("a", SETUP), new AnsibleFolder.Bounds(9, 100, 99_999)))
                .isInstanceOf(InvalidFeed.class)
                .hasMessage("It is larger than 100 bytes.");
        assertThatThrownBy(() ->
                        check(
                                Zipped.of("a", SETUP, "b", SETUP),
                                new AnsibleFolder.Bounds(9, 99_999, SETUP.length() + 1)))
                .isInstanceOf(InvalidFeed.class)
                .hasMessageContaining("All together");
    }

    @Test
    void refusesWhatIsNoZip() {
        var text = new ByteArrayInputStream("no zip".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> AnsibleFolder.open(text, AnsibleFolder.Bounds.USUAL))
                .isInstanceOf(InvalidFeed.class)
                .hasMessage("It is no zip, or a damaged one.");
    }
}
