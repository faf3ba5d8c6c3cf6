package dev.cadastre.server.monitoring.check;

import dev.cadastre.server.dispatch.outgoing.Secrets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How far a check has come, how much time it has left, and what of it must not be told. */
final class Course {

    private final LongSupplier ticker;
    private final long start;
    private final long limit;
    private final Secrets secrets;
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private volatile String step = "beginning";

    Course(Duration limit, LongSupplier ticker, Secrets secrets) {
        this.ticker = ticker;
        this.start = ticker.getAsLong();
        this.limit = Math.max(0, limit.toNanos());
        this.secrets = secrets;
    }

    /**
     * Notes what is done from now on.
     *
     * @param phrase that fits behind "while", such as {@code waiting for a greeting}
     */
    void step(String phrase) {
        step = phrase;
    }

    String step() {
        return step;
    }

    /** How long it has taken so far. */
    Duration taken() {
        return Duration.ofNanos(ticker.getAsLong() - start);
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, limit - (ticker.getAsLong() - start)));
    }

    boolean isOver() {
        return left().isZero() || Thread.currentThread().isInterrupted();
    }

    /** The secret of this name, which no result will show. */
    String secret(String name) throws CheckFailure {
        String secret =
                secrets.find(name)
                        .orElseThrow(() ->
                                CheckFailure.unknown(
                                        "the secret " + name + " is not known here",
                                        "Start the server with "
                                                + Secrets.PREFIX
                                                + name
                                                + " in its environment."));
        hide(secret);
        return secret;
    }

    /** Sees to it that no result shows this. */
    void hide(String secret) {
        if (!secret.isEmpty()) {
            hidden.add(secret);
        }
    }

    /** The text without what is not to be shown. */
    String withoutSecrets(String text) {
        String shown = text;
        for (String secret : hidden) {
            shown = shown.replace(secret, "***");
        }
        return shown;
    }
}
