package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.PluginState;
import java.io.IOException;

/** A check that ends before it has seen everything, and why. */
final class CheckFailure extends IOException {

    private final PluginState state;
    private final String reason;
    private final String remedy;

    private CheckFailure(PluginState state, String reason, String remedy) {
        super(reason);
        this.state = state;
        this.reason = reason;
        this.remedy = remedy;
    }

    /** What is checked does not work. */
    static CheckFailure critical(String reason, String remedy) {
        return new CheckFailure(PluginState.CRITICAL, reason, remedy);
    }

    /** It cannot be told from here whether it works. */
    static CheckFailure unknown(String reason, String remedy) {
        return new CheckFailure(PluginState.UNKNOWN, reason, remedy);
    }

    PluginState state() {
        return state;
    }

    String reason() {
        return reason;
    }

    String remedy() {
        return remedy;
    }
}
