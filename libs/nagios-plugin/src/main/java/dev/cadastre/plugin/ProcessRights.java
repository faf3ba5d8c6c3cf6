package dev.cadastre.plugin;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/** Gives this process, with all its threads, the rights of an account, for good. */
final class ProcessRights {
    private static final int PR_SET_DUMPABLE = 4;
    private static final int CAPABILITY_VERSION = 0x20080522;
    private static final long CAPABILITY_HEADER = 8;
    private static final long CAPABILITY_SETS = 24;
    private static final int ROOT = 0;

    private final Arena arena;
    private final MemorySegment state;

    private ProcessRights(Arena arena) {
        this.arena = arena;
        this.state = arena.allocate(Native.CALL_STATE);
    }

    /** What keeps it from having these rights and no others; empty if it has. */
    static Optional<String> become(Account account) {
        try (Arena arena = Arena.ofConfined()) {
            return new ProcessRights(arena).take(account);
        } catch (IOException e) {
            return Optional.of("its threads' rights cannot be read: " + e.getMessage());
        } catch (Throwable e) {
            throw SystemCalls.unexpected(e);
        }
    }

    private Optional<String> take(Account account) throws Throwable {
        int[] numbers = account.groups().stream().mapToInt(Integer::intValue).toArray();
        MemorySegment groups = arena.allocateFrom(JAVA_INT, numbers);
        int group = account.group();
        // The user goes last: from then on nothing may be changed.
        if ((int) NativeRights.SETGROUPS_E.invokeExact(state, (long) numbers.length, groups) < 0) {
            return failed("setgroups");
        }
        if ((int) NativeRights.SETRESGID_E.invokeExact(state, group, group, group) < 0) {
            return failed("setresgid");
        }
        if (setUser(account.user()) < 0) {
            return failed("setresuid");
        }
        return dropInheritable().or(this::forbidTracing).or(() -> excess(account));
    }

    private int setUser(int user) {
        try {
            return (int) NativeRights.SETRESUID_E.invokeExact(state, user, user, user);
        } catch (Throwable e) {
            throw SystemCalls.unexpected(e);
        }
    }

    /** They survive a change of the user; threads that are started from here have none either. */
    private Optional<String> dropInheritable() {
        MemorySegment header = arena.allocate(CAPABILITY_HEADER, JAVA_INT.byteAlignment());
        MemorySegment none = arena.allocate(CAPABILITY_SETS, JAVA_INT.byteAlignment());
        header.set(JAVA_INT, 0, CAPABILITY_VERSION);
        try {
            int answer = (int) NativeRights.CAPSET_E.invokeExact(state, header, none);
            return answer < 0 ? failed("capset") : Optional.empty();
        } catch (Throwable e) {
            throw SystemCalls.unexpected(e);
        }
    }

    /** Else a plug-in could trace this process, and open its descriptors. */
    private Optional<String> forbidTracing() {
        try {
            int answer =
                    (int) NativeRights.PRCTL_E.invokeExact(state, PR_SET_DUMPABLE, 0L, 0L, 0L, 0L);
            return answer < 0 ? failed("prctl") : Optional.empty();
        } catch (Throwable e) {
            throw SystemCalls.unexpected(e);
        }
    }

    /** What it still has, or could have, beyond the account's rights. */
    private Optional<String> excess(Account account) {
        if (setUser(ROOT) == 0) {
            return Optional.of("they can be taken back");
        }
        try {
            List<TaskRights> all = TaskRights.ofThisProcess();
            return all.stream()
                    .filter(rights -> !rights.areThoseOf(account))
                    .findFirst()
                    .map(rights -> "a thread has " + rights);
        } catch (IOException e) {
            return Optional.of("they cannot be read: " + e.getMessage());
        }
    }

    private Optional<String> failed(String function) {
        int errno = (int) Native.ERROR_NUMBER.get(state, 0L);
        return Optional.of(function + " failed with error " + errno);
    }
}
