package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server behind the proxies of the manual, configured by a file. */
class BehindProxyTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        String settings =
                MarkdownBlocks.ofChapter("28-install.md").stream()
                        .filter(block -> block.language().equals("ini"))
                        .filter(block -> block.text().contains("proxies"))
                        .findFirst()
                        .orElseThrow()
                        .text();
        Path configuration = Files.writeString(folder.resolve("cadastre.conf"), settings);
        server = ServerStart.at(folder.resolve("home")).option("--config=" + configuration).ready();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Path own(Proxy proxy) throws IOException {
        return Files.createTempDirectory(folder, proxy.name());
    }

    @ParameterizedTest
    @EnumSource
    void letsPeopleInByACookieThatIsForTlsOnly(Proxy kind) throws IOException {
        Path own = own(kind);
        String cookies = own.resolve("cookies").toString();
        try (Proxy.Running proxy = kind.start(own, server.url())) {
            String link = server.cadastre("login", "--link").exited(0).out().strip();
            assertThat(link).startsWith("https://cadastre.example.com/sign-in?code=");
            String code = link.substring(link.indexOf("code=") + 5);
            Ran form = proxy.curl("/sign-in?code=" + code, "-c", cookies).exited(0);
            Matcher token = CSRF.matcher(form.out());
            assertThat(token.find()).as(form.out()).isTrue();

            proxy.curl(
                            "/sign-in/link",
                            "-b",
                            cookies,
                            "-c",
                            cookies,
                            "-H",
                            "Origin: https://" + Proxy.NAME + ":" + proxy.port(),
                            "--data-urlencode",
                            "code=" + code,
                            "--data-urlencode",
                            "password=correct horse battery",
                            "--data-urlencode",
                            "_csrf=" + token.group(1))
                    .exited(0);

            assertThat(Files.readString(Path.of(cookies)))
                    .containsPattern("\tTRUE\t[0-9]+\t__Host-cadastre-session\t");
            assertThat(proxy.curl("/hosts", "-b", cookies, "-w", "%{http_code}").out())
                    .contains("<h1>Hosts")
                    .endsWith("200");
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowsWhoAskedAndBelievesNobodyElse(Proxy kind) throws IOException {
        String token = server.token("asks-by-" + kind, "administrator");
        try (Proxy.Running proxy = kind.start(own(kind), server.url())) {
            proxy.curl(
                            "/api/v1/hosts/none-" + kind,
                            "--interface",
                            "127.0.0.9",
                            "-X",
                            "DELETE",
                            "-H",
                            "Authorization: Bearer " + token,
                            "-H",
                            "X-Forwarded-For: 198.51.100.7")
                    .exited(0);
        }
        Programs.run(
                        "curl",
                        "-sS",
                        "--interface",
                        "127.0.0.8",
                        "-X",
                        "DELETE",
                        "-H",
                        "Authorization: Bearer " + token,
                        "-H",
                        "X-Forwarded-For: 198.51.100.7",
                        server.url().replace("localhost", "127.0.0.1")
                                + "/api/v1/hosts/none-"
                                + kind)
                .exited(0);

        String audit = server.cadastre("api", "GET", "/api/v1/audit?limit=50").exited(0).out();
        assertThat(audit).contains("127.0.0.9", "127.0.0.8").doesNotContain("198.51.100.7");
    }

    @ParameterizedTest
    @EnumSource
    void refusesNamesThatAreNotItsOwn(Proxy kind) throws IOException {
        try (Proxy.Running proxy = kind.start(own(kind), server.url())) {
            Ran ran = proxy.curl("/sign-in", "-H", "Host: other.example.com", "-w", "%{http_code}");

            assertThat(ran.out()).doesNotContain("<h1>Sign in").doesNotEndWith("200");
        }
    }

    @ParameterizedTest
    @EnumSource
    void passesEventsOnAsTheyHappen(Proxy kind) throws IOException {
        String token = server.token("hears-by-" + kind, "administrator");
        Path folder = own(kind);
        Path heard = folder.resolve("events");
        try (Proxy.Running proxy = kind.start(folder, server.url())) {
            Process curl =
                    new ProcessBuilder(
                                    "curl",
                                    "-sSN",
                                    "--cacert",
                                    proxy.certificate().toString(),
                                    "--resolve",
                                    Proxy.NAME + ":" + proxy.port() + ":127.0.0.1",
                                    "-H",
                                    "Authorization: Bearer " + token,
                                    "https://%s:%d/api/v1/events?only=TIMELINE"
                                            .formatted(Proxy.NAME, proxy.port()))
                            .redirectOutput(heard.toFile())
                            .start();
            try {
                // A proxy that gathers would keep these few bytes until there are more.
                Waiting.until(
                        PATIENCE,
                        () -> text(heard).contains("open"),
                        () -> "nothing was heard by " + kind);
            } finally {
                curl.destroy();
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatTheFileSaysIsWhatCounts() {
        Ran shown =
                Programs.run(
                        Map.of("CADASTRE_CONFIG", folder.resolve("cadastre.conf").toString()),
                        "",
                        Programs.CADASTRE.toString(),
                        "config",
                        "show");

        assertThat(shown.exited(0).out()).contains("cadastre.conf:2\nhosts = " + Proxy.NAME);
    }
}
