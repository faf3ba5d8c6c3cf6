package dev.cadastre.ssh;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Pins each host's key at first sight, in memory only. Thread-safe. */
public final class PinnedHostKeys implements HostKeys {
    private final ConcurrentMap<HostAddress, List<HostKey>> pins = new ConcurrentHashMap<>();

    @Override
    public Decision decide(HostAddress host, HostKey presented) {
        List<HostKey> pinned = pins.putIfAbsent(host, List.of(presented));
        if (pinned == null) {
            return new Decision.FirstSight();
        }
        return pinned.contains(presented) ? new Decision.Trusted() : new Decision.Changed(pinned);
    }

    @Override
    public List<String> knownTypes(HostAddress host) {
        return pins.getOrDefault(host, List.of()).stream().map(HostKey::type).toList();
    }

    /** Trusts these keys of a host and no others. */
    public void pin(HostAddress host, List<HostKey> keys) {
        pins.put(host, List.copyOf(keys));
    }

    /** Forgets a host, so that its next key is pinned. */
    public void unpin(HostAddress host) {
        pins.remove(host);
    }
}
