package dev.cadastre.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A way to a server by which everything takes longer, in both directions alike, as it does in a
 * network of some extent. It has room for everything that is under way.
 */
final class DelayedWay implements AutoCloseable {

    private static final int MOST_AT_ONCE = 64 << 10;

    private final ServerSocket accepting;
    private final InetSocketAddress server;
    private final long delayNanos;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private DelayedWay(ServerSocket accepting, InetSocketAddress server, long delayNanos) {
        this.accepting = accepting;
        this.server = server;
        this.delayNanos = delayNanos;
    }

    /** Something on its way; empty for the end. */
    @SuppressWarnings("ArrayRecordComponent") // It is handed over, and never changed.
    private record Part(long due, byte[] bytes) {}

    /**
     * Begins at an address of this machine.
     *
     * @param delayNanos in each direction
     */
    static DelayedWay to(InetSocketAddress server, InetAddress from, long delayNanos)
            throws IOException {
        DelayedWay way = new DelayedWay(new ServerSocket(0, 0, from), server, delayNanos);
        way.threads.execute(way::accept);
        return way;
    }

    int port() {
        return accepting.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = accepting.accept();
                Socket far = new Socket(server.getAddress(), server.getPort());
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                pass(near, far);
                pass(far, near);
            }
        } catch (IOException closed) {
            // The benchmark is over.
        }
    }

    private void pass(Socket from, Socket to) {
        BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
        threads.execute(() -> read(from, parts));
        threads.execute(() -> write(parts, to));
    }

    private void read(Socket from, BlockingQueue<Part> parts) {
        byte[] buffer = new byte[MOST_AT_ONCE];
        int length = 0;
        while (length >= 0) {
            try {
                InputStream in = from.getInputStream();
                length = in.read(buffer);
            } catch (IOException e) {
                length = -1;
            }
            byte[] bytes = Arrays.copyOf(buffer, Math.max(length, 0));
            parts.add(new Part(System.nanoTime() + delayNanos, bytes));
        }
    }

    private static void write(BlockingQueue<Part> parts, Socket to) {
        try (to) {
            OutputStream out = to.getOutputStream();
            for (Part part = parts.take(); part.bytes().length > 0; part = parts.take()) {
                while (System.nanoTime() < part.due()) {
                    LockSupport.parkNanos(part.due() - System.nanoTime());
                }
                out.write(part.bytes());
            }
        } catch (InterruptedException | IOException e) {
            // Whoever it was for has gone.
        }
    }

    @Override
    public void close() throws IOException {
        accepting.close();
        threads.shutdownNow();
    }
}
