package dev.cadastre.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection over which one report is sent after another, with as little work as a client can do:
 * those who send share the processors with the server that is measured. Not thread-safe.
 */
final class ReportConnection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String host;

    ReportConnection(URI server) throws IOException {
        this.socket = new Socket(server.getHost(), server.getPort());
        this.socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 8_192);
        this.out = socket.getOutputStream();
        this.host = server.getHost() + ":" + server.getPort();
    }

    /** Returns when the report is stored. */
    void send(String token, byte[] report) throws IOException {
        byte[] start =
                ("POST /api/v1/reports HTTP/1.1\r\nHost: "
                                + host
                                + "\r\nAuthorization: Bearer "
                                + token
                                + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                                + report.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[start.length + report.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(report, 0, request, start.length, report.length);
        out.write(request);
        String status = line();
        byte[] answer = answer();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + ": " + new String(answer, StandardCharsets.UTF_8));
        }
    }

    private byte[] answer() throws IOException {
        int length = -1;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring("content-length:".length()).strip());
            }
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
