package dev.cadastre.server.inventory;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A jsonstats server as slow and as broken as the original: HTTP/1.0, no length, one send for each
 * byte; or worse.
 */
final class BrokenServer implements AutoCloseable {

    /** What it sends to whoever connects, until it returns or fails. */
    interface Behaviour {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private BrokenServer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    static BrokenServer that(Behaviour behaviour) throws IOException {
        return new BrokenServer(behaviour);
    }

    /** Answers as the original does, one send for each byte. */
    static BrokenServer original(String document) throws IOException {
        return that(out -> {
            head(out, "200 OK", "application/json");
            for (byte each : document.getBytes(StandardCharsets.UTF_8)) {
                out.write(each);
                out.flush();
            }
        });
    }

    static void head(OutputStream out, String status, String type) throws IOException {
        String head = "HTTP/1.0 %s\r\nContent-Type: %s\r\n\r\n".formatted(status, type);
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Sends a little, over and over, slowly and without end. */
    static void trickle(OutputStream out, String text) throws IOException, InterruptedException {
        while (true) {
            text(out, text);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Blocks until the client is gone or this server is closed. */
    static void hang() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                // Who came while it was closed was not among those that were closed with it.
                if (socket.isClosed()) {
                    client.close();
                }
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            byte[] request = new byte[4_096];
            if (client.getInputStream().read(request) > 0) {
                behaviour.answer(client.getOutputStream());
            }
        } catch (IOException | InterruptedException e) {
            // The client has gone, which is what most tests are about.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }
}
