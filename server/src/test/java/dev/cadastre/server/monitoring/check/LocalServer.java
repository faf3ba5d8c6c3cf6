package dev.cadastre.server.monitoring.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server for one test, which does to each connection what it is told. */
final class LocalServer implements AutoCloseable {

    /** What is done to a connection, which is closed afterwards. */
    @FunctionalInterface
    interface Manner {
        void treat(Socket socket) throws IOException;
    }

    private final ServerSocket listener;
    private final AtomicInteger connections = new AtomicInteger();

    private LocalServer(ServerSocket listener) {
        this.listener = listener;
    }

    static LocalServer start(Manner manner) throws IOException {
        return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), manner);
    }

    static LocalServer start(ServerSocket listener, Manner manner) {
        LocalServer server = new LocalServer(listener);
        Thread.ofVirtual().start(() -> server.serve(manner));
        return server;
    }

    /** A server that greets, and answers each line with the next text. */
    static LocalServer saying(String greeting, String... answers) throws IOException {
        return start(socket -> {
            say(socket, greeting);
            for (String answer : answers) {
                readLine(socket.getInputStream());
                say(socket, answer);
            }
            socket.getInputStream().readAllBytes();
        });
    }

    /** A server that sends this, and reads what comes until the other side closes. */
    static LocalServer sending(byte[] bytes) throws IOException {
        return start(socket -> {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        });
    }

    private void serve(Manner manner) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> treat(socket, manner));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void treat(Socket socket, Manner manner) {
        try (socket) {
            manner.treat(socket);
        } catch (IOException e) {
            // The check has gone away, as it may.
        }
    }

    static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    int connections() {
        return connections.get();
    }

    int port() {
        return listener.getLocalPort();
    }

    String portText() {
        return String.valueOf(port());
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
