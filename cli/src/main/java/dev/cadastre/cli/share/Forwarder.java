package dev.cadastre.cli.share;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Listens, and passes on to an app what its gate lets through, for as long as it is open. Bounded
 * in connections, and in what each may send and how long it may take. Closing it ends all of them.
 */
public final class Forwarder implements AutoCloseable {

    /** How many connections there are at a time; more are closed as they come. */
    static final int MOST_CONNECTIONS = 64;

    private final ServerSocket listening;
    private final Gate gate;
    private final InetSocketAddress app;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Consumer<String> remarks;
    private final Semaphore room = new Semaphore(MOST_CONNECTIONS);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Forwarder(
            ServerSocket listening,
            Gate gate,
            InetSocketAddress app,
            Clock clock,
            LongSupplier nanoTime,
            Consumer<String> remarks) {
        this.listening = listening;
        this.gate = gate;
        this.app = app;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.remarks = remarks;
    }

    /**
     * Begins.
     *
     * @param listening where others come; closed with this
     * @param app where it passes on to
     * @param nanoTime by which it tells how long something takes
     * @param remarks is told who opens the link, and never a token
     */
    public static Forwarder start(
            ServerSocket listening,
            Gate gate,
            InetSocketAddress app,
            Clock clock,
            LongSupplier nanoTime,
            Consumer<String> remarks) {
        Forwarder forwarder = new Forwarder(listening, gate, app, clock, nanoTime, remarks);
        Thread.ofVirtual().name("share").start(forwarder::accept);
        return forwarder;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                if (room.tryAcquire()) {
                    open.add(socket);
                    Thread.ofVirtual().name("share-connection").start(() -> serve(socket));
                } else {
                    socket.close();
                }
            } catch (IOException e) {
                // It was closed, or this one went away again.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Passage(socket, gate, app, clock, new HeadReader(nanoTime), remarks).serve();
        } catch (IOException e) {
            // Whoever it was is gone.
        } finally {
            open.remove(socket);
            room.release();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            // It is closed all the same.
        }
    }
}
