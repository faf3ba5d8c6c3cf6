package dev.cadastre.plugin;

import java.util.List;

/**
 * Names of signals, which have the same numbers on all processors that Java 25 runs on with Linux.
 */
final class SignalName {
    private static final List<String> NAMES =
            List.of(
                    "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1",
                    "SEGV", "USR2", "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP",
                    "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO",
                    "PWR", "SYS");

    private SignalName() {}

    /** Such as {@code SIGKILL}; {@code signal 40} for those without a name. */
    static String of(int signal) {
        return signal >= 1 && signal <= NAMES.size()
                ? "SIG" + NAMES.get(signal - 1)
                : "signal " + signal;
    }
}
