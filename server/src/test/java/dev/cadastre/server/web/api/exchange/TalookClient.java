package dev.cadastre.server.web.api.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to a Talook server as programs do that were written for the original: one request on a
 * connection, the answer read to the end of the stream, a name and a password if any.
 */
record TalookClient(int port, @Nullable String password) {

    /** What came back. */
    record Answer(String head, String body) {

        int status() {
            return Integer.parseInt(head.split(" ", 3)[1]);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    Answer get(String path) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String login =
                    password == null ? "" : "Authorization: Basic " + encoded(password) + "\r\n";
            String request =
                    String.join(
                            "\r\n",
                            "GET " + path + " HTTP/1.1",
                            "Host: localhost",
                            "Connection: close",
                            "Accept-Encoding: identity",
                            login);
            socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return answer(socket.getInputStream().readAllBytes());
        }
    }

    private static String encoded(String password) {
        return Base64.getEncoder()
                .encodeToString(("talook:" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static Answer answer(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.UTF_8);
        int end = all.indexOf("\r\n\r\n");
        String head = all.substring(0, end);
        String body = all.substring(end + 4);
        boolean chunked = head.toLowerCase(java.util.Locale.ROOT).contains("chunked");
        return new Answer(head, chunked ? joined(bytes, end + 4) : body);
    }

    private static String joined(byte[] bytes, int start) {
        var body = new ByteArrayOutputStream();
        int at = start;
        while (true) {
            int lineEnd = at;
            while (bytes[lineEnd] != '\r') {
                lineEnd++;
            }
            String size = new String(bytes, at, lineEnd - at, StandardCharsets.US_ASCII);
            int length = Integer.parseInt(size, 16);
            if (length == 0) {
                return body.toString(StandardCharsets.UTF_8);
            }
            body.write(bytes, lineEnd + 2, length);
            at = lineEnd + 2 + length + 2;
        }
    }
}
