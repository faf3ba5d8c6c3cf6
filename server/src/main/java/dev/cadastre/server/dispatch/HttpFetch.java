package dev.cadastre.server.dispatch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.springframework.stereotype.Service;

/**
 * Asks hosts by HTTP. Whatever answers, a call ends within its time, holds no more than its limit
 * of bytes and closes its connection. Redirects are not followed, and proxies are not used.
 * Thread-safe; each call blocks its thread.
 */
@Service
public class HttpFetch {

    private final ForbiddenAddresses forbidden;

    HttpFetch(ForbiddenAddresses forbidden) {
        this.forbidden = forbidden;
    }

    /**
     * The answer to a GET, whatever its status.
     *
     * @param limit the longest from the look-up of the name to the last byte
     * @param bytes the most that the body may have
     */
    public FetchResult get(URI uri, Duration limit, int bytes) {
        // One for each call: none is left behind with an idle connection, which blocks servers
        // that serve one at a time.
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .build();
        ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
        Future<FetchResult> call = thread.submit(() -> call(client, uri, bytes));
        try {
            return call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return failed(
                    TaskResult.Kind.TIMED_OUT,
                    "%s has not answered completely within %d s".formatted(uri, limit.toSeconds()),
                    "See why it is slow; other hosts are not affected.");
        } catch (ExecutionException e) {
            return failure(uri, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(TaskResult.Kind.CUT, "The server is stopping", "Nothing is to be done.");
        } finally {
            client.shutdownNow();
            thread.shutdownNow();
        }
    }

    private FetchResult call(HttpClient client, URI uri, int bytes)
            throws IOException, InterruptedException {
        InetAddress[] addresses = InetAddress.getAllByName(host(uri));
        // Java keeps a name's addresses for half a minute, so these are the ones connected to.
        Optional<String> refusal =
                Arrays.stream(addresses)
                        .map(address -> forbidden.why(address, port(uri)))
                        .flatMap(Optional::stream)
                        .findFirst();
        if (refusal.isPresent()) {
            return failed(
                    TaskResult.Kind.REFUSED,
                    "%s is not asked: %s".formatted(uri, refusal.get()),
                    "Name another address, or allow it by [dispatch] allowed-addresses.");
        }
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Accept", "application/json")
                        .header("Accept-Encoding", "identity")
                        .header("User-Agent", "cadastre")
                        .build();
        HttpResponse<InputStream> answer =
                client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            byte[] body = in.readNBytes(bytes + 1);
            return body.length > bytes
                    ? failed(
                            TaskResult.Kind.EXCESSIVE,
                            "%s sends more than %d bytes".formatted(uri, bytes),
                            "See what answers there.")
                    : new FetchResult.Answered(
                            answer.statusCode(),
                            answer.headers().firstValue("Content-Type").orElse(""),
                            new ByteArrayInputStream(body));
        }
    }

    private static String host(URI uri) {
        String host = Objects.requireNonNull(uri.getHost(), "An address to ask has a host");
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI uri) {
        int standard = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getPort() < 0 ? standard : uri.getPort();
    }

    private static FetchResult failure(URI uri, Throwable cause) {
        String said = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        return switch (cause) {
            case UnknownHostException _ ->
                    failed(
                            TaskResult.Kind.UNREACHABLE,
                            "The name %s is not known".formatted(uri.getHost()),
                            "See how it is written, and what the name server says.");
            case ConnectException _ ->
                    failed(
                            TaskResult.Kind.UNREACHABLE,
                            "Nothing answers at %s: %s".formatted(uri, connecting(cause)),
                            "See whether it runs there, and whether a firewall is between.");
            case SSLException _ ->
                    failed(
                            TaskResult.Kind.REFUSED,
                            "The certificate of %s is not trusted: %s".formatted(uri, said),
                            "Have it signed by an authority that this machine's Java knows.");
            case IOException _ ->
                    failed(
                            TaskResult.Kind.CUT,
                            "What %s answers breaks off: %s".formatted(uri, said),
                            "See what answers there.");
            default -> throw new IllegalStateException("Asking " + uri + " failed", cause);
        };
    }

    private static String connecting(Throwable cause) {
        return Objects.requireNonNullElse(cause.getMessage(), "it cannot be connected to");
    }

    private static FetchResult failed(TaskResult.Kind kind, String reason, String remedy) {
        return new FetchResult.Failed(kind, reason, remedy);
    }
}
