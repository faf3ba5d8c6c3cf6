package dev.cadastre.server.monitoring.check;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Talks with a server in lines. Takes from the connection only what was asked for, so that another
 * protocol can go on from there, and no more than its limit altogether.
 */
final class Talk implements Closeable {

    static final int LONGEST_LINE = 4_096;
    private static final int MOST = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final Course course;
    private int taken;

    Talk(Socket socket, Course course) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.course = course;
    }

    /**
     * The next line without its end.
     *
     * @param phrase what is waited for, such as {@code its greeting}
     */
    String line(String phrase) throws IOException {
        course.step("waiting for " + phrase);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = next(phrase); next != '\n'; next = next(phrase)) {
            line.write(next);
            if (line.size() > LONGEST_LINE) {
                throw tooMuch(phrase);
            }
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** The next byte. */
    int next(String phrase) throws IOException {
        if (++taken > MOST) {
            throw tooMuch(phrase);
        }
        int next = in.read();
        if (next < 0) {
            throw CheckFailure.critical(
                    "the connection was closed before " + phrase + " had come",
                    "See what the server's log says.");
        }
        return next;
    }

    private static CheckFailure tooMuch(String phrase) {
        return CheckFailure.critical(
                "what came as " + phrase + " is far too long", "See what answers there.");
    }

    /** Sends a line. */
    void send(String line) throws IOException {
        send((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        course.step("sending");
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
