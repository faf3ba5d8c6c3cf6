package dev.cadastre.server.inventory.query;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Hosts by what they run on. Not thread-safe. */
final class PlatformIndex {

    private record Known(Instant since, Platform platform) {}

    private final Map<Integer, Known> platforms = new HashMap<>();
    private final Inverted<Platform.OperatingSystem> systems = Inverted.unordered();
    private final Inverted<String> kernels = Inverted.unordered();
    private final Inverted<String> archs = Inverted.unordered();

    /** Takes this for the host's platform, unless a later one is known. */
    void put(int host, Instant since, Platform platform) {
        Known known = platforms.get(host);
        if (known != null && !known.since().isBefore(since)) {
            return;
        }
        if (known != null) {
            systems.remove(known.platform().system(), host);
            kernels.remove(known.platform().kernel(), host);
            archs.remove(known.platform().arch(), host);
        }
        platforms.put(host, new Known(since, platform));
        systems.add(platform.system(), host);
        kernels.add(platform.kernel(), host);
        archs.add(platform.arch(), host);
    }

    Inverted<Platform.OperatingSystem> systems() {
        return systems;
    }

    Inverted<String> kernels() {
        return kernels;
    }

    Inverted<String> archs() {
        return archs;
    }
}
