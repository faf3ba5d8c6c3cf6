package dev.cadastre.server.alerting.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that does to each connection what a test wants. */
final class RawServer implements AutoCloseable {

    /** What is done to a connection, which is closed afterwards. */
    @FunctionalInterface
    interface Manner {
        void treat(Socket socket) throws IOException;
    }

    private final ServerSocket listener;

    private RawServer(ServerSocket listener) {
        this.listener = listener;
    }

    static RawServer start(Manner manner) {
        try {
            ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            RawServer server = new RawServer(listener);
            Thread.ofVirtual().start(() -> server.serve(manner));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that says this and then nothing any more. */
    static RawServer silentAfter(String greeting) {
        return start(socket -> {
            say(socket, greeting);
            socket.getInputStream().readAllBytes();
        });
    }

    private void serve(Manner manner) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
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
            // Who was served has gone away, as it may.
        }
    }

    static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    int port() {
        return listener.getLocalPort();
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
