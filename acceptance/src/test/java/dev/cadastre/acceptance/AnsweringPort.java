package dev.cadastre.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A port that greets as a test wants, and counts who comes. */
final class AnsweringPort implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String greeting;

    private AnsweringPort(ServerSocket socket, String greeting) {
        this.socket = socket;
        this.greeting = greeting;
    }

    static AnsweringPort greeting(String greeting) throws IOException {
        AnsweringPort port =
                new AnsweringPort(
                        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), greeting);
        Thread.ofVirtual().start(port::serve);
        return port;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket visitor = socket.accept()) {
                visitor.getOutputStream()
                        .write((greeting + "\r\n").getBytes(StandardCharsets.US_ASCII));
                asked.incrementAndGet();
            } catch (IOException _) {
                // Who went away without listening was here, too.
                asked.incrementAndGet();
            }
        }
    }

    void says(String other) {
        greeting = other;
    }

    int asked() {
        return asked.get();
    }

    int number() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
