package dev.cadastre.server.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that were looked up within the last second, so that who sends many requests is not looked
 * up for each. A token that is revoked here is forgotten with its commit. Thread-safe.
 */
final class TokensInUse {

    private static final Duration LASTING = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final Map<String, Found> found = new ConcurrentHashMap<>();
    private final AtomicLong revocations = new AtomicLong();

    private record Found(Token token, Instant at) {}

    /** Null if it was not looked up lately, or has expired since. */
    @Nullable Token find(byte[] hash, Instant now) {
        Found known = found.get(key(hash));
        return known != null
                        && !now.isBefore(known.at())
                        && now.isBefore(known.at().plus(LASTING))
                        && now.isBefore(known.token().expiresAt())
                ? known.token()
                : null;
    }

    /** To be asked before a look-up, and told to {@link #keep} after it. */
    long revocations() {
        return revocations.get();
    }

    /** Keeps what was looked up, unless a token was revoked meanwhile. */
    void keep(byte[] hash, Token token, Instant now, long revocationsBefore) {
        if (found.size() >= MOST) {
            found.clear();
        }
        found.put(key(hash), new Found(token, now));
        if (revocations.get() != revocationsBefore) {
            found.clear();
        }
    }

    void revoked() {
        revocations.incrementAndGet();
        found.clear();
    }

    private static String key(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
