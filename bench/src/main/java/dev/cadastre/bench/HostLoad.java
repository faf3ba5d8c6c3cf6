package dev.cadastre.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Sends something of each of many hosts, over many connections at once. Thread-safe. */
final class HostLoad {

    private final URI server;
    private final int connections;

    HostLoad(URI server, int connections) {
        this.server = server;
        this.connections = connections;
    }

    /** Returns when all are answered; the first that is not answered well is the cause thrown. */
    void send(int[] hosts, IntFunction<Post> posts)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService senders = Executors.newFixedThreadPool(connections)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(senders.submit(sender(hosts, next, posts)));
            }
            for (Future<Void> sender : running) {
                sender.get();
            }
        }
    }

    private Callable<Void> sender(int[] hosts, AtomicInteger next, IntFunction<Post> posts) {
        return () -> {
            try (PostConnection connection = new PostConnection(server)) {
                for (int i = next.getAndIncrement(); i < hosts.length; i = next.getAndIncrement()) {
                    connection.send(posts.apply(hosts[i]));
                }
            }
            return null;
        };
    }
}
