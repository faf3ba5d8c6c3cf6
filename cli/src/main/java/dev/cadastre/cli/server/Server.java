package dev.cadastre.cli.server;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonReader;
import dev.cadastre.cli.json.JsonReader.NotJson;
import dev.cadastre.cli.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Asks one server. Uses {@link HttpURLConnection}, which starts several times as fast as the newer
 * client and is as good for one request after another. It knows no PATCH, which therefore goes by
 * {@link HttpClient}.
 */
public final class Server {

    private static final int CONNECT_MILLISECONDS = 10_000;
    private static final int READ_MILLISECONDS = 120_000;
    private static final int UPLOAD_MILLISECONDS = 1_800_000;
    private static final int LARGEST_ANSWER = 256 << 20;

    private static final String ACCEPTED = "application/json, application/problem+json, */*";

    private static final int IMPATIENT_CONNECT_MILLISECONDS = 500;
    private static final int IMPATIENT_READ_MILLISECONDS = 1_500;

    private final Access access;
    private final @Nullable Authority authority;
    private final int connectMilliseconds;
    private final int readMilliseconds;

    /**
     * Connects at the first request.
     *
     * @param authorities a PEM file of those whose signature on a server's certificate counts; null
     *     for those that Java knows
     */
    public Server(Access access, java.nio.file.@Nullable Path authorities) {
        this(
                access,
                authorities == null ? null : new Authority(authorities),
                CONNECT_MILLISECONDS,
                READ_MILLISECONDS);
    }

    private Server(
            Access access,
            @Nullable Authority authority,
            int connectMilliseconds,
            int readMilliseconds) {
        this.access = access;
        this.authority = authority;
        this.connectMilliseconds = connectMilliseconds;
        this.readMilliseconds = readMilliseconds;
    }

    /** The same server, given up soon, for a person who did not ask to wait. */
    public Server impatient() {
        return new Server(
                access, authority, IMPATIENT_CONNECT_MILLISECONDS, IMPATIENT_READ_MILLISECONDS);
    }

    /** The answer to a GET, or the {@link Failure} that it stands for. */
    public Json read(Path path) {
        return json(request("GET", path, null));
    }

    /** The answer to a GET as it is, or the {@link Failure} that it stands for. */
    public String readText(Path path) {
        Answer answer = request("GET", path, null);
        if (!answer.good()) {
            throw Refusal.of(answer, access);
        }
        return answer.body();
    }

    /** What an answer holds. */
    @FunctionalInterface
    public interface Content<T> {
        /** Reads it to its end. */
        T from(InputStream in) throws IOException;
    }

    /** Reads the answer to a GET as it comes, however large it is. */
    public <T> T read(Path path, Content<T> content) {
        return read("GET", path, content);
    }

    private <T> T read(String method, Path path, Content<T> content) {
        try {
            HttpURLConnection connection = open(URI.create(access.url() + path.text()), method);
            if (begin(connection) != 200) {
                throw Refusal.of(answer(connection), access);
            }
            try (InputStream in = connection.getInputStream()) {
                return content.from(in);
            }
        } catch (IOException e) {
            throw new Failure(
                    Failure.Kind.OUT_OF_REACH,
                    "What was asked of %s did not come whole: %s".formatted(access, e.getMessage()),
                    e,
                    "Try again; the server's log says more.");
        }
    }

    /** The status of an answer whose body has not come yet. */
    private int begin(HttpURLConnection connection) {
        try {
            return connection.getResponseCode();
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Reads the answer to a request without a body as it comes, however large it is. */
    public <T> T write(String method, Path path, Content<T> content) {
        return read(method, path, content);
    }

    /** The answer to a request with a JSON body, or the {@link Failure} that it stands for. */
    public Json write(String method, Path path, @Nullable Json body) {
        return json(request(method, path, body == null ? null : JsonWriter.write(body)));
    }

    /** The same with a text as the body. */
    public Json write(String method, Path path, String text) {
        return json(request(method, path, text));
    }

    /** The same with a file as the body, sent as it is and however large it is. */
    public Json upload(Path path, java.nio.file.Path file) {
        return upload("POST", path, file);
    }

    /** The same by another method. */
    public Json upload(String method, Path path, java.nio.file.Path file) {
        return upload(method, path, file, "application/octet-stream");
    }

    /** The same as another kind of file. */
    public Json upload(String method, Path path, java.nio.file.Path file, String mediaType) {
        URI uri = URI.create(access.url() + path.text());
        try (InputStream content = Files.newInputStream(file)) {
            HttpURLConnection connection = open(uri, method);
            connection.setReadTimeout(UPLOAD_MILLISECONDS);
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(Files.size(file));
            connection.setRequestProperty("Content-Type", mediaType);
            try (OutputStream out = connection.getOutputStream()) {
                content.transferTo(out);
            }
            return json(answer(connection));
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw new Failure(
                    Failure.Kind.NO,
                    "Cannot read " + file + ": " + e,
                    e,
                    "Name a file that you can read.");
        } catch (IOException e) {
            throw new Failure(
                    Failure.Kind.OUT_OF_REACH,
                    "%s did not take %s: %s".formatted(access, file, e.getMessage()),
                    e,
                    "See whether the file is smaller than 1 GB, and the server's log.");
        }
    }

    /** Whether there is something at a path. */
    public boolean has(Path path) {
        Answer answer = request("HEAD", path, null);
        if (!answer.good() && answer.status() != 404) {
            throw Refusal.of(answer, access);
        }
        return answer.good();
    }

    private Json json(Answer answer) {
        if (!answer.good()) {
            throw Refusal.of(answer, access);
        }
        if (answer.body().isBlank()) {
            return new Json.Nothing();
        }
        try {
            return JsonReader.read(answer.body());
        } catch (NotJson e) {
            throw new Failure(
                    Failure.Kind.NO,
                    "What %s answered is not JSON: %s".formatted(access, e.getMessage()),
                    e,
                    "See whether that is a Cadastre server, and none in front of it interferes.");
        }
    }

    /** One request; every HTTP status is an answer. */
    public Answer request(String method, Path path, @Nullable String body) {
        URI uri = URI.create(access.url() + path.text());
        try {
            return method.equals("PATCH") ? patch(uri, body) : exchange(open(uri, method), body);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private Failure unreachable(IOException e) {
        if (e instanceof SSLException) {
            return new Failure(
                    Failure.Kind.OUT_OF_REACH,
                    "The certificate of %s is not trusted: %s".formatted(access, distrust(e)),
                    e,
                    "Name a PEM file with the authority that signed it in CADASTRE_CA.");
        }
        return new Failure(
                Failure.Kind.OUT_OF_REACH,
                "No server answers at %s: %s"
                        .formatted(access, Objects.requireNonNullElse(e.getMessage(), e)),
                e,
                "Start one with `cadastre up`, or name another with --server URL or"
                        + " CADASTRE_SERVER.");
    }

    /** In words, where Java's would be those of its own classes. */
    private static @Nullable String distrust(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "it has ended";
            }
            if (cause instanceof CertPathBuilderException) {
                return "nobody whom this machine knows has signed it";
            }
        }
        return e.getMessage();
    }

    private HttpURLConnection open(URI uri, String method) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(connectMilliseconds);
        connection.setReadTimeout(readMilliseconds);
        connection.setInstanceFollowRedirects(false);
        if (authority != null && connection instanceof HttpsURLConnection encrypted) {
            encrypted.setSSLSocketFactory(authority.context().getSocketFactory());
        }
        connection.setRequestMethod(method);
        connection.setRequestProperty("Accept", ACCEPTED);
        if (access.token() != null) {
            connection.setRequestProperty("Authorization", "Bearer " + access.token());
        }
        return connection;
    }

    private static Answer exchange(HttpURLConnection connection, @Nullable String body)
            throws IOException {
        if (body != null) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", mediaTypeOf(body));
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        return answer(connection);
    }

    private static Answer answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream in =
                status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String text = in == null ? "" : text(in);
            return new Answer(status, mediaType(connection.getContentType()), text);
        }
    }

    private Answer patch(URI uri, @Nullable String body) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofMillis(READ_MILLISECONDS))
                        .header("Accept", ACCEPTED)
                        .method("PATCH", BodyPublishers.ofString(body == null ? "" : body));
        if (body != null) {
            request.header("Content-Type", mediaTypeOf(body));
        }
        if (access.token() != null) {
            request.header("Authorization", "Bearer " + access.token());
        }
        HttpClient.Builder client =
                HttpClient.newBuilder().connectTimeout(Duration.ofMillis(CONNECT_MILLISECONDS));
        if (authority != null) {
            client.sslContext(authority.context());
        }
        try (HttpClient http = client.build()) {
            HttpResponse<InputStream> answer =
                    http.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                String type = answer.headers().firstValue("Content-Type").orElse(null);
                return new Answer(answer.statusCode(), mediaType(type), text(in));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static String text(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST_ANSWER + 1);
        if (bytes.length > LARGEST_ANSWER) {
            throw new IOException("the answer is larger than 256 MB");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String mediaTypeOf(String body) {
        return body.startsWith("{") || body.startsWith("[") ? "application/json" : "text/plain";
    }

    private static String mediaType(@Nullable String header) {
        String type = Objects.requireNonNullElse(header, "");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
