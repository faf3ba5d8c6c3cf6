package dev.cadastre.acceptance;

import dev.cadastre.lab.LabHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The example of a Django application: its files, and what it answers. */
final class Guestbook {

    private static final Path EXAMPLES = Programs.CHECKOUT.resolve("examples");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Path folder;

    private Guestbook(Path folder) {
        this.folder = folder;
    }

    /** A copy of its first release in a new folder. */
    static Guestbook copiedTo(Path folder) {
        Programs.run("cp", "-r", EXAMPLES.resolve("django").toString(), folder.toString())
                .exited(0);
        return new Guestbook(folder);
    }

    Path change() {
        return folder.resolve("guestbook.change");
    }

    /** Makes it the next release. */
    void become(String release) {
        Programs.run(
                        "patch",
                        "-s",
                        "-p1",
                        "-d",
                        folder.toString(),
                        "-i",
                        EXAMPLES.resolve("django-%s.patch".formatted(release)).toString())
                .exited(0);
    }

    /** Its page, as that host shows it. */
    static HttpResponse<String> page(LabHost host) {
        return send(HttpRequest.newBuilder(uri(host)).GET());
    }

    /** The release whose page that host shows; empty if it shows none. */
    static String release(LabHost host) {
        String page = page(host).body();
        int at = page.indexOf("<meta name=\"release\" content=\"");
        return at < 0 ? "" : page.substring(at).split("\"", 6)[3];
    }

    /** Leaves an entry there. */
    static void write(LabHost host, String author, String text) {
        String form =
                "author=%s&text=%s"
                        .formatted(
                                URLEncoder.encode(author, StandardCharsets.UTF_8),
                                URLEncoder.encode(text, StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(uri(host))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.statusCode() != 302) {
            throw new AssertionError("not written: " + answer.statusCode() + answer.body());
        }
    }

    private static URI uri(LabHost host) {
        return URI.create("http://%s:8000/".formatted(host.address()));
    }

    /** A daemon that was restarted a moment ago may not listen yet. */
    private static HttpResponse<String> send(HttpRequest.Builder request) {
        AtomicReference<@Nullable HttpResponse<String>> answer = new AtomicReference<>();
        Waiting.until(
                LIMIT,
                () -> {
                    answer.set(answer(request));
                    return answer.get() != null;
                },
                () -> "the guestbook does not answer");
        return Objects.requireNonNull(answer.get());
    }

    private static @Nullable HttpResponse<String> answer(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    request.version(HttpClient.Version.HTTP_1_1).timeout(LIMIT).build(),
                    BodyHandlers.ofString());
        } catch (ConnectException _) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("the guestbook does not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
