package dev.cadastre.server.monitoring.running;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Lets only so many checks concern one host at the same time. Thread-safe. */
final class HostTurns {

    private final int most;
    private final Map<Integer, Turns> hosts = new ConcurrentHashMap<>();

    /** Those of a host, and how many hold or wait for one. */
    private record Turns(Semaphore free, int users) {}

    HostTurns(int most) {
        this.most = most;
    }

    /** Waits for a turn; host 0 is none, and has as many as there may be. */
    void take(int host) throws InterruptedException {
        if (host == 0) {
            return;
        }
        Turns turns =
                hosts.compute(
                        host,
                        (_, known) ->
                                known == null
                                        ? new Turns(new Semaphore(most, true), 1)
                                        : new Turns(known.free(), known.users() + 1));
        try {
            turns.free().acquire();
        } catch (InterruptedException e) {
            leave(host);
            throw e;
        }
    }

    /** Gives a turn back. */
    void give(int host) {
        Turns turns = hosts.get(host);
        if (turns != null) {
            turns.free().release();
            leave(host);
        }
    }

    /** How many hosts have a turn taken or waited for. */
    int hosts() {
        return hosts.size();
    }

    private void leave(int host) {
        hosts.computeIfPresent(
                host,
                (_, known) ->
                        known.users() == 1 ? null : new Turns(known.free(), known.users() - 1));
    }
}
