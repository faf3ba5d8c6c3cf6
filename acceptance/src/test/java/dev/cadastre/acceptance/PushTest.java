package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A host that the server cannot reach sends its reports by the lines that the manual gives. */
class PushTest {

    private static final String CHAPTER = "04-push.md";
    private static final String IN_THE_MANUAL = "https://cadastre.example.com";
    private static final String ADDRESS = "10.77.255.254";
    private static final Pattern CRON_LINE =
            Pattern.compile("(?m)^(?:[*/0-9,-]+ ){5}(?<user>[a-z]+) (?<command>[^%\\n]+)$");
    private static final Pattern EXEC_START =
            Pattern.compile("(?m)^ExecStart=/bin/sh -c '(?<command>[^'\\n]+)'$");

    /** How a section ends that its reader knows already. */
    private static final String UNCHANGED = "@done unchanged";

    @TempDir private static Path folder;

    private static Lab lab;
    private static LabHost host;
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        lab = Lab.open(folder);
        host = lab.host(HostSpec.debian("web9"));
        Path key = folder.resolve("tls.key");
        Path certificate = folder.resolve("tls.crt");
        certify(key, certificate);
        server =
                ServerStart.at(folder.resolve("home"))
                        .option("--listen=" + ADDRESS)
                        .option("--hosts=" + ADDRESS)
                        .option("--tls-certificate=" + certificate)
                        .option("--tls-key=" + key)
                        .ready()
                        .trusting(certificate);
        String token =
                server.cadastre("host", "add", "web9", "--env", "qa", "--push")
                        .exited(0)
                        .out()
                        .strip();
        host.writeFile("/etc/cadastre.header", "Authorization: Bearer " + token + "\n");
        host.writeFile("/etc/ssl/cadastre.pem", Files.readString(certificate));
    }

    private static void certify(Path key, Path certificate) {
        Programs.run(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-subj",
                        "/CN=cadastre",
                        "-addext",
                        "subjectAltName=IP:" + ADDRESS,
                        "-keyout",
                        key.toString(),
                        "-out",
                        certificate.toString())
                .exited(0);
    }

    @AfterAll
    static void end() {
        server.close();
        lab.close();
    }

    @Test
    void aLineOfShellSendsAReport() {
        Instant before = observedAt();

        send(block("sh", "\" | sh |"));

        assertThat(observedAt()).isAfter(before);
        assertThat(server.items("host", "web9", "packages")).isNotEmpty();
        assertThat(server.host("web9").get("environment").asString()).isEqualTo("qa");
    }

    @Test
    void aLongerLineSendsWhatChangedOnly() {
        String line = block("sh", "CADASTRE_KNOWN");
        send(line);
        List<JsonNode> before = server.items("host", "web9", "packages");
        Instant last = observedAt();

        send(line);

        assertThat(observedAt()).isAfter(last);
        assertThat(server.items("host", "web9", "packages")).isEqualTo(before).isNotEmpty();
        assertThat(report(line)).contains(UNCHANGED);
    }

    @Test
    void theCronLineSendsAReport() {
        Matcher line = CRON_LINE.matcher(block("", "/probe.sh"));
        assertThat(line.find()).as("a line of /etc/crontab without a percent sign").isTrue();
        assertThat(line.group("user")).isEqualTo("root");
        Instant before = observedAt();

        send(line.group("command"));

        assertThat(observedAt()).isAfter(before);
        assertThat(report(line.group("command"))).contains(UNCHANGED);
    }

    @Test
    void theServiceOfTheTimerSendsAReport() {
        Matcher line = EXEC_START.matcher(block("ini", "[Service]"));
        assertThat(line.find()).isTrue();
        Instant before = observedAt();

        String command = line.group("command").replace("$$", "$");

        send(command);

        assertThat(observedAt()).isAfter(before);
        assertThat(report(command)).contains(UNCHANGED);
    }

    @Test
    void systemdTakesTheServiceAndTheTimer() throws IOException {
        Path service = folder.resolve("cadastre-report.service");
        Path timer = folder.resolve("cadastre-report.timer");
        Files.writeString(service, block("ini", "[Service]"));
        Files.writeString(timer, block("ini", "[Timer]"));

        Ran verified =
                Programs.run("systemd-analyze", "verify", service.toString(), timer.toString());

        assertThat(verified.exited(0).err()).doesNotContain("cadastre-report");
    }

    @Test
    void theTokenIsOfNoUseForAnythingElse() {
        String answer =
                host.run(
                        "curl -sS -o /dev/null -w '%{http_code}' --cacert /etc/ssl/cadastre.pem"
                                + " -H @/etc/cadastre.header "
                                + server.url()
                                + "/api/v1/hosts");

        assertThat(answer).isEqualTo("403");
    }

    private static String block(String language, String part) {
        List<MarkdownBlocks.Block> found =
                MarkdownBlocks.ofChapter(CHAPTER).stream()
                        .filter(block -> block.language().equals(language))
                        .filter(block -> block.text().contains(part))
                        .toList();
        assertThat(found).as("%s blocks with %s", language, part).hasSize(1);
        return found.getFirst().text();
    }

    private static void send(String command) {
        run(command);
    }

    /** What the line would send. */
    private static String report(String command) {
        return run(command.substring(0, command.lastIndexOf(" | curl ")));
    }

    /** As cron and systemd do it: with a shell, and hardly any variables. */
    private static String run(String command) {
        String here = command.replace(IN_THE_MANUAL, server.url());
        return host.run(
                "env -i PATH=/usr/bin:/bin HOME=/root SERVER=%s CURL_CA_BUNDLE=/etc/ssl/cadastre.pem /bin/sh -c '%s'"
                        .formatted(server.url(), here));
    }

    /** When the host reported last; the beginning of time if it never did. */
    private static Instant observedAt() {
        String at = server.host("web9").path("observedAt").asString("");
        return at.isEmpty() ? Instant.EPOCH : Instant.parse(at);
    }
}
