package dev.cadastre.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * What checks without a process speak with, in this process: something that accepts, and a page.
 */
final class CheckedPeers implements AutoCloseable {

    private static final int BACKLOG = 4_096;
    private static final byte[] PAGE = "fine\n".getBytes(StandardCharsets.UTF_8);

    private final ServerSocket accepting;
    private final HttpServer pages;

    private CheckedPeers(ServerSocket accepting, HttpServer pages) {
        this.accepting = accepting;
        this.pages = pages;
    }

    static CheckedPeers start() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        ServerSocket accepting = new ServerSocket(0, BACKLOG, here);
        HttpServer pages = HttpServer.create(new InetSocketAddress(here, 0), BACKLOG);
        pages.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, PAGE.length);
                    exchange.getResponseBody().write(PAGE);
                    exchange.close();
                });
        pages.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        pages.start();
        CheckedPeers started = new CheckedPeers(accepting, pages);
        Thread.ofPlatform().daemon().start(started::accept);
        return started;
    }

    private void accept() {
        try {
            while (true) {
                Socket visitor = accepting.accept();
                visitor.close();
            }
        } catch (IOException closed) {
            // The benchmark is over.
        }
    }

    Map<String, Object> tcp() {
        return Map.of("host", "127.0.0.1", "port", accepting.getLocalPort());
    }

    Map<String, Object> http() {
        return Map.of("url", "http://127.0.0.1:%d/".formatted(pages.getAddress().getPort()));
    }

    @Override
    public void close() throws IOException {
        accepting.close();
        pages.stop(0);
    }
}
