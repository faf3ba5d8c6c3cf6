package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A parcel is tried on this machine with what it requires: it is opened here, seen by others until
 * its link expires, and nothing is left of it, however it ends.
 */
class AppTryTest {

    private static final Path PARCEL = Path.of("src/test/resources/tried/page").toAbsolutePath();
    private static final String HERE = "10.77.255.254";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir private Path home;

    private @Nullable Process process;

    /** The certificate is nobody's; that it is for the address is looked at all the same. */
    private static final class Believing implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[] {};
        }
    }

    @AfterEach
    void end() {
        process().destroyForcibly();
    }

    private Process process() {
        return Objects.requireNonNull(process);
    }

    private BufferedReader tried(String... more) throws IOException {
        List<String> words =
                Stream.concat(
                                Stream.of(
                                        Programs.CADASTRE.toString(),
                                        "app",
                                        "try",
                                        PARCEL.toString()),
                                Stream.of(more))
                        .toList();
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("CADASTRE_HOME", home.toString());
        builder.redirectError(home.resolve("said").toFile());
        process = builder.start();
        return process().inputReader(StandardCharsets.UTF_8);
    }

    private static HttpClient browser() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Believing()}, null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static HttpResponse<String> open(HttpClient browser, String address, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int status(HttpClient browser, String address) {
        try {
            return open(browser, address).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String said() throws IOException {
        return Files.readString(home.resolve("said"));
    }

    private void ended(String signal) throws IOException, InterruptedException {
        Programs.run("kill", "-" + signal, Long.toString(process().pid())).exited(0);
        assertThat(process().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as(said()).isTrue();
    }

    private void nothingIsLeft(String address) throws GeneralSecurityException {
        HttpClient browser = browser();
        Waiting.until(LIMIT, () -> status(browser, address) == 0, () -> "it still answers");
        assertThat(Programs.run("cat", "/proc/self/mounts").exited(0).out())
                .doesNotContain("instance");
        assertThat(Programs.run("pgrep", "-f", "http.server --bind").exit()).isEqualTo(1);
        assertThat(Path.of("/srv/page")).doesNotExist();
        assertThat(Path.of("/opt/greeting")).doesNotExist();
    }

    @Test
    void isOpenedSharedUntilItExpiresAndLeavesNothing() throws Exception {
        BufferedReader out = tried("--share", "10s", "--share-on", HERE);

        String address = Objects.requireNonNull(out.readLine(), this::whatItSaid);
        String link = Objects.requireNonNull(out.readLine(), this::whatItSaid);
        HttpClient guest = browser();
        assertThat(open(guest, address).body()).isEqualTo("hello from page\n");
        HttpResponse<String> entered = open(guest, link);
        assertThat(entered.headers().firstValue("Location")).contains("/");
        String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("; HttpOnly", "; Secure", "; SameSite=Lax");
        String page = link.substring(0, link.indexOf('?'));
        assertThat(page).startsWith("https://" + HERE);
        String kept = cookie.substring(0, cookie.indexOf(';'));
        assertThat(open(guest, page, "Cookie", kept).body()).isEqualTo("hello from page\n");
        assertThat(status(browser(), page)).isEqualTo(403);
        Waiting.until(LIMIT, () -> status(guest, link) == 410, () -> "it does not expire");
        assertThat(status(guest, address)).isEqualTo(200);

        ended("INT");

        assertThat(process().exitValue()).as(said()).isZero();
        assertThat(said())
                .contains(
                        "Binding page 1.0.0 to greeting 1.0.0.",
                        "Test answers of page 1.0.0: passed")
                .doesNotContain(link.substring(link.indexOf('=') + 1));
        nothingIsLeft(address);
        try (Stream<Path> all = Files.list(home.resolve("instances"))) {
            assertThat(all).isEmpty();
        }
    }

    private String whatItSaid() {
        try {
            return said();
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void leavesNothingWhenItIsKilledAndTellsOfATestThatFails() throws Exception {
        String address = Objects.requireNonNull(tried().readLine(), this::whatItSaid);
        assertThat(status(browser(), address)).isEqualTo(200);

        ended("KILL");

        nothingIsLeft(address);
        tried("-p", "greeting=silence", "--check");
        assertThat(process().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as(said()).isTrue();
        assertThat(process().exitValue()).isEqualTo(1);
        assertThat(said()).contains("Test answers of page 1.0.0: tests/answers: error");
        try (Stream<Path> all = Files.list(home.resolve("instances"))) {
            assertThat(all).isEmpty();
        }
    }
}
