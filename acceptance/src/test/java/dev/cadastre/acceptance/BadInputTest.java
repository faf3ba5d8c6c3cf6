package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.Conduct;
import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What goes wrong says what, whose fault, and what to do; and loses nothing. */
class BadInputTest {

    private static final String MACHINE = "0123456789abcdef0123456789abcdef";
    private static final String TWIN = "fedcba9876543210fedcba9876543210";

    @TempDir private static Path folder;

    private static Lab lab;
    private static RunningServer server;
    private static LabHost rotated;

    @BeforeAll
    static void start() throws IOException {
        lab = Lab.open(folder);
        List<LabHost> hosts =
                lab.hosts(
                        List.of(
                                HostSpec.debian("sound"),
                                HostSpec.debian("rotated"),
                                HostSpec.debian("hanging").conduct(Conduct.HANGS_MIDWAY),
                                HostSpec.debian("endless").conduct(Conduct.ENDLESS_GARBAGE),
                                HostSpec.debian("locked"),
                                HostSpec.debian("twin1").machineId(MACHINE),
                                HostSpec.debian("twin2").machineId(MACHINE)));
        rotated = hosts.get(1);
        Path wrongKey = folder.resolve("wrong");
        Programs.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", wrongKey.toString())
                .exited(0);
        EstateText text = new EstateText(lab.identity()).environment("qa");
        hosts.forEach(host -> text.host(host, host.name().equals("locked") ? "wrong" : "qa"));
        text.host("nobody", "10.77.9.9", "qa");
        Path estate =
                text.environment("wrong")
                        .lines("ssh.identity = " + wrongKey + "\n")
                        .write(folder.resolve("estate.ini"));
        server =
                ServerStart.at(folder.resolve("home"))
                        .option("--estate=" + estate)
                        .property("cadastre.collection.limit", "8s")
                        .ready();
        server.awaitOutcome("sound", "COLLECTED");
    }

    @AfterAll
    static void stop() {
        server.close();
        lab.close();
    }

    private static void saysWhatToDo(JsonNode outcome) {
        assertThat(outcome.get("since").asString()).isNotEmpty();
        assertThat(outcome.get("reason").asString()).isNotBlank();
        assertThat(outcome.get("remedy").asString()).isNotBlank();
    }

    @Test
    void aHostThatHangsInItsReportTimesOut() {
        saysWhatToDo(server.awaitOutcome("hanging", "TIMED_OUT"));
    }

    @Test
    void endlessGarbageIsCutOffAndCalledSo() {
        saysWhatToDo(server.awaitOutcome("endless", "GARBLED"));
    }

    @Test
    void aWrongKeyIsRefused() {
        saysWhatToDo(server.awaitOutcome("locked", "REFUSED"));
    }

    @Test
    void aMachineThatIsNotThereIsUnreachable() {
        saysWhatToDo(server.awaitOutcome("nobody", "UNREACHABLE"));
    }

    @Test
    void aChangedHostKeyStopsAllWorkUntilItIsAccepted() {
        server.awaitOutcome("rotated", "COLLECTED");
        rotated.rotateHostKey();
        server.cadastre("collect", "rotated").exited(1);
        JsonNode outcome = server.host("rotated").get("outcome");
        assertThat(outcome.get("kind").asString()).isEqualTo("KEY_CHANGED");
        saysWhatToDo(outcome);
        assertThat(server.items("host", "rotated", "packages")).isNotEmpty();

        server.cadastre("host", "accept-key", "rotated", fingerprint(rotated)).exited(0);
        server.cadastre("collect", "rotated").exited(0);
    }

    private static String fingerprint(LabHost host) {
        try {
            Path file = Files.writeString(folder.resolve("key.pub"), host.publicKey() + "\n");
            String line = Programs.run("ssh-keygen", "-lf", file.toString()).exited(0).out();
            return line.substring(line.indexOf("SHA256:")).replaceFirst(" .*\\R?", "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void twoHostsWithOneMachineIdAreKeptApartAndTheDoubtIsShown() {
        server.awaitOutcome("twin1", "COLLECTED");
        server.awaitOutcome("twin2", "COLLECTED");

        assertThat(server.host("twin1").get("id")).isNotEqualTo(server.host("twin2").get("id"));
        List<String> kinds =
                StreamSupport.stream(conflicts().spliterator(), false)
                        .map(conflict -> conflict.get("kind").asString())
                        .toList();
        assertThat(kinds).contains("SAME_IDENTITY");
    }

    private static JsonNode conflicts() {
        return server.cadastre("api", "GET", "/api/v1/conflicts").exited(0).json().get("items");
    }

    @Test
    void aPushedReportWithAKnownNameDoesNotTakeThatRecordOver() throws IOException {
        String before = server.host("sound").get("id").asString();
        String any = reporter("any");
        var answer =
                server.push(
                        any, SmallReport.of("sound", TWIN, Instant.now()).fact("x", "1").text());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("sound~2");
        assertThat(server.host("sound").get("id").asString()).isEqualTo(before);
        assertThat(conflicts().toString()).contains("SAME_NAME");
    }

    @Test
    void aHostilePushedReportIsShownAsPlainText() throws IOException {
        String token = pushing("hostile");
        String evil = "1<script>alert(1)</script>\u001b[31m";
        var report =
                SmallReport.of("hostile", "abcdefabcdefabcdefabcdefabcdefab", Instant.now())
                        .installed("libevil", evil, "<img src=x onerror=alert(2)>")
                        .fact("motd", "\u001b]0;owned\u0007<script>alert(3)</script>");
        var answer = server.push(token, report.text());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);

        for (String aspect : List.of("packages", "facts")) {
            String out = server.cadastre("host", "hostile", aspect).exited(0).out();
            assertThat(out).doesNotContain("\u001b", "\u0007");
        }
        try (Browser browser = Browser.signedInAt(server, folder.resolve("profile"))) {
            browser.open(server.url() + "/hosts/hostile");
            assertThat(browser.source())
                    .contains("libevil")
                    .doesNotContain("<script>alert", "<img src=x");
            browser.open(server.url() + "/hosts/hostile/facts");
            assertThat(browser.source()).doesNotContain("<script>alert");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static String pushing(String name) {
        return server.cadastre("host", "add", name, "--push").exited(0).out().strip();
    }

    private static String reporter(String name) {
        return server.cadastre("token", "create", name, "--role", "reporter")
                .exited(0)
                .out()
                .strip();
    }

    @Test
    void aReportThatIsOlderThanTheLastIsRefusedAndNothingIsLost() throws IOException {
        String token = pushing("skewed");
        SmallReport late =
                SmallReport.of("skewed", "11112222333344445555666677778888", Instant.now());
        assertThat(server.push(token, late.fact("n", "2").text()).statusCode()).isEqualTo(200);
        SmallReport early =
                SmallReport.of("skewed", late.machineId(), late.at().minus(Duration.ofHours(2)));
        var refused = server.push(token, early.fact("n", "1").text());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("skewed", "remedy", "clock");
        assertThat(server.items("host", "skewed", "facts").toString()).contains("sent.n");
    }

    @Test
    void aBrokenReportIsRefusedWithItsLine() throws IOException {
        var refused = server.push(pushing("broken"), "@cadastre-report 1 1\n@section identity\n");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("remedy", "line");
    }

    @Test
    void anEstateFileWithMistakesIsReportedInOnePieceAndTheLastGoodOneStays() throws IOException {
        Path bad =
                Files.writeString(
                        folder.resolve("bad.ini"),
                        """
                        [host a]
                        address = 10.0.0.1
                        environment =
                        groups = nogroup
                        [host a]
                        ssh.password = x
                        """);
        Ran ran = server.cadastre("estate", "check", bad.toString()).exited(1);

        assertThat(ran.out().lines().filter(line -> line.startsWith(bad.toString())).count())
                .as(ran.out())
                .isGreaterThanOrEqualTo(2);
        assertThat(server.host("sound").get("lifecycle").asString()).isEqualTo("LIVE");
    }

    @Test
    void anEstateFileThatCannotBeReadIsNamed() {
        Ran ran = ServerStart.at(folder.resolve("other")).option("--estate=/nowhere.ini").refused();

        assertThat(ran.exit()).isNotZero();
        assertThat(ran.out()).contains("/nowhere.ini");
    }

    @Test
    void aPortThatIsTakenIsSaidWithItsHolder() {
        String port = server.url().substring(server.url().lastIndexOf(':') + 1);
        Ran ran = ServerStart.at(folder.resolve("third")).option("--port=" + port).refused();

        assertThat(ran.exit()).isNotZero();
        assertThat(ran.out()).contains("Port " + port, "" + server.pid(), "--port");
        assertThat(ran.out()).doesNotContain("APPLICATION FAILED", " WARN ", " ERROR ");
    }

    @Test
    void aSecondServerOnTheSameHomeIsRefusedWithTheOthersPid() {
        Ran ran = ServerStart.at(server.home()).refused();

        assertThat(ran.exit()).isNotZero();
        assertThat(ran.out()).contains("" + server.pid(), server.home().toString(), "--home");
    }

    @Test
    void aFullDiskIsNamedAtTheStart() throws IOException {
        Path small = Files.createDirectory(folder.resolve("small"));
        Programs.run("mount", "-t", "tmpfs", "-o", "size=20m", "small", small.toString()).exited(0);
        try {
            Ran ran = ServerStart.at(small.resolve("home")).refused();

            assertThat(ran.exit()).isNotZero();
            assertThat(ran.out()).contains(small.toString()).containsIgnoringCase("space");
        } finally {
            Programs.run("umount", "-l", small.toString()).exited(0);
        }
    }
}
