package dev.cadastre.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection over which one request is sent after another, with as little work as a client can
 * do: those who send share the processors with the server that is measured. Not thread-safe.
 */
final class PostConnection implements AutoCloseable {

    private final URI server;
    private final String host;
    private Socket socket;
    private InputStream in;
    private boolean closing;

    PostConnection(URI server) throws IOException {
        this.server = server;
        this.socket = connected(server);
        this.in = new BufferedInputStream(socket.getInputStream(), 8_192);
        this.host = server.getHost() + ":" + server.getPort();
    }

    private static Socket connected(URI server) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Returns when it is answered with 200; any other answer is an IOException. */
    void send(Post post) throws IOException {
        if (closing) {
            socket.close();
            socket = connected(server);
            in = new BufferedInputStream(socket.getInputStream(), 8_192);
        }
        byte[] request = request(post);
        socket.getOutputStream().write(request);
        String status = line();
        byte[] answer = answer();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + ": " + new String(answer, StandardCharsets.UTF_8));
        }
    }

    private byte[] request(Post post) {
        byte[] start =
                ("POST "
                                + post.target()
                                + " HTTP/1.1\r\nHost: "
                                + host
                                + "\r\n"
                                + post.headers()
                                + "Content-Length: "
                                + post.body().length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[start.length + post.body().length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(post.body(), 0, request, start.length, post.body().length);
        return request;
    }

    private byte[] answer() throws IOException {
        int length = -1;
        closing = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring("content-length:".length()).strip());
            }
            closing |= header.equals("connection: close");
        }
        return length >= 0 ? in.readNBytes(length) : chunks();
    }

    private byte[] chunks() throws IOException {
        var answer = new java.io.ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            answer.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return answer.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
