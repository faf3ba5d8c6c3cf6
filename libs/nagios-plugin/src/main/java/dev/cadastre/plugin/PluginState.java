package dev.cadastre.plugin;

import java.util.Arrays;
import java.util.Optional;

/** What a plug-in found. */
public enum PluginState {
    /** All is well. */
    OK(0),
    /** Somebody should look before it is too late. */
    WARNING(1),
    /** It does not work. */
    CRITICAL(2),
    /** The plug-in could not find out, or was not heard. */
    UNKNOWN(3);

    private final int exitCode;

    PluginState(int exitCode) {
        this.exitCode = exitCode;
    }

    /** By which a plug-in states it. */
    public int exitCode() {
        return exitCode;
    }

    /** The state that a plug-in states by its exit code; empty for codes that state none. */
    public static Optional<PluginState> ofExitCode(int code) {
        return Arrays.stream(values()).filter(state -> state.exitCode == code).findFirst();
    }
}
