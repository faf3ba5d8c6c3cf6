package dev.cadastre.plugin;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Makes sure that children's exit codes can be had. */
final class ChildSignal {
    private static final int SIGCHLD = 17;
    private static final long IGNORE = 1;
    private static final long ACTION_SIZE = 152;

    private ChildSignal() {}

    /**
     * A JVM inherits whether the signal is ignored; if it is, the system throws exit codes away.
     * The JDK does the same before it starts its first process.
     */
    static void makeWaitable() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment action = arena.allocate(ACTION_SIZE, JAVA_LONG.byteAlignment());
            int read = (int) Native.SIGACTION.invokeExact(SIGCHLD, MemorySegment.NULL, action);
            if (read == 0 && action.get(JAVA_LONG, 0) == IGNORE) {
                int ignored =
                        (int)
                                Native.SIGACTION.invokeExact(
                                        SIGCHLD, action.fill((byte) 0), MemorySegment.NULL);
            }
        } catch (Throwable e) {
            throw SystemCalls.unexpected(e);
        }
    }
}
