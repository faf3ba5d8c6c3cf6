package dev.cadastre.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to a server over connections that are kept. It reads in the thread that asks: a client that
 * hands pieces of an answer from thread to thread would mostly measure itself. Thread-safe.
 */
final class Client {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final String url;
    private final @Nullable String token;

    /** Null is for a server that asks for no token. */
    Client(String url, @Nullable String token) {
        this.url = url;
        this.token = token;
    }

    /** An answer of 200 to 299; any other is an IOException. */
    byte[] get(String path) throws IOException {
        return send("GET", path, null, null);
    }

    <T> T get(String path, Class<T> type) throws IOException {
        return JSON.readValue(get(path), type);
    }

    <T> T post(String path, Object body, Class<T> type) throws IOException {
        byte[] json = JSON.writeValueAsBytes(body);
        return JSON.readValue(send("POST", path, "application/json", json), type);
    }

    void put(String path, Object body) throws IOException {
        send("PUT", path, "application/json", JSON.writeValueAsBytes(body));
    }

    byte[] postReport(String report) throws IOException {
        byte[] text = report.getBytes(StandardCharsets.UTF_8);
        return post("/api/v1/reports", "text/plain; charset=utf-8", text);
    }

    byte[] post(String path, String type, byte[] body) throws IOException {
        return send("POST", path, type, body);
    }

    private byte[] send(String method, String path, @Nullable String type, byte @Nullable [] body)
            throws IOException {
        var connection = (HttpURLConnection) URI.create(url + path).toURL().openConnection();
        connection.setRequestMethod(method);
        if (token != null) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        if (body != null) {
            connection.setRequestProperty("Content-Type", type);
            connection.setFixedLengthStreamingMode(body.length);
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : errors(connection)) {
            byte[] answer = in.readAllBytes();
            if (status / 100 != 2) {
                throw new IOException(
                        "%s %s: %d %s"
                                .formatted(
                                        method,
                                        path,
                                        status,
                                        new String(answer, StandardCharsets.UTF_8)));
            }
            return answer;
        }
    }

    private static InputStream errors(HttpURLConnection connection) {
        InputStream errors = connection.getErrorStream();
        return errors == null ? InputStream.nullInputStream() : errors;
    }
}
