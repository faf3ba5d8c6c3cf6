package dev.cadastre.plugin;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * Functions of the C library, as {@code man} describes them. Those whose name ends in {@code _E}
 * take first a place for the error number.
 */
@SuppressWarnings("restricted")
final class Native {
    private static final Linker LINKER = Linker.nativeLinker();

    /** Where functions leave the error number. */
    static final MemoryLayout CALL_STATE = Linker.Option.captureStateLayout();

    static final VarHandle ERROR_NUMBER =
            CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    static final MethodHandle PIPE2_E =
            failing("pipe2", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    static final MethodHandle SOCKETPAIR_E =
            failing(
                    "socketpair",
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    static final MethodHandle SETSOCKOPT_E =
            failing(
                    "setsockopt",
                    FunctionDescriptor.of(
                            JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    static final MethodHandle SEND_E =
            failing(
                    "send",
                    FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    static final MethodHandle READ_E =
            failing("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    static final MethodHandle POLL_E =
            failing("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    static final MethodHandle WAITPID_E =
            failing("waitpid", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));

    /** Takes a number and up to four arguments, as all calls do that are made by it. */
    static final MethodHandle SYSCALL_E =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("syscall"),
                    FunctionDescriptor.of(
                            JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                    Linker.Option.captureCallState("errno"),
                    Linker.Option.firstVariadicArg(1));

    static final MethodHandle CLOSE = plain("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    static final MethodHandle SHUTDOWN =
            plain("shutdown", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    static final MethodHandle KILL =
            plain("kill", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    static final MethodHandle GETEUID = plain("geteuid", FunctionDescriptor.of(JAVA_INT));
    static final MethodHandle SIGACTION =
            plain("sigaction", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
    static final MethodHandle SIGEMPTYSET =
            plain("sigemptyset", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle SIGFILLSET =
            plain("sigfillset", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle GETPWNAM_R =
            plain(
                    "getpwnam_r",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
    static final MethodHandle GETGROUPLIST =
            plain(
                    "getgrouplist",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS));

    static final MethodHandle POSIX_SPAWN =
            plain(
                    "posix_spawn",
                    FunctionDescriptor.of(
                            JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    static final MethodHandle ATTRIBUTES_INIT =
            plain("posix_spawnattr_init", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle ATTRIBUTES_FLAGS =
            plain("posix_spawnattr_setflags", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_SHORT));
    static final MethodHandle ATTRIBUTES_MASK =
            plain("posix_spawnattr_setsigmask", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    static final MethodHandle ATTRIBUTES_DEFAULTS =
            plain(
                    "posix_spawnattr_setsigdefault",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    static final MethodHandle ACTIONS_INIT =
            plain("posix_spawn_file_actions_init", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle ACTIONS_DESTROY =
            plain("posix_spawn_file_actions_destroy", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle ACTIONS_OPEN =
            plain(
                    "posix_spawn_file_actions_addopen",
                    FunctionDescriptor.of(
                            JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    static final MethodHandle ACTIONS_DUP2 =
            plain(
                    "posix_spawn_file_actions_adddup2",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    static final MethodHandle ACTIONS_CHDIR =
            plain(
                    "posix_spawn_file_actions_addchdir_np",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    static final MethodHandle ACTIONS_CLOSE_FROM =
            plain(
                    "posix_spawn_file_actions_addclosefrom_np",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));

    private Native() {}

    private static MethodHandle plain(String name, FunctionDescriptor function) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), function);
    }

    private static MethodHandle failing(String name, FunctionDescriptor function) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name),
                function,
                Linker.Option.captureCallState("errno"));
    }
}
