package dev.cadastre.plugin;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whose rights a plug-in gets.
 *
 * @param name for messages
 * @param user the user's number
 * @param group the number of the user's own group
 * @param groups the numbers of all further groups
 */
public record Account(String name, int user, int group, List<Integer> groups) {
    private static final long RECORD_SIZE = 48;
    private static final long USER_AT = 16;
    private static final long GROUP_AT = 20;
    private static final long BUFFER = 64 * 1024;
    private static final int MOST_GROUPS = 65_536;

    /** Keeps a copy. */
    public Account {
        groups = List.copyOf(groups);
    }

    /**
     * The account of that name with all its groups, from wherever the system has its accounts;
     * empty if there is none.
     */
    public static Optional<Account> named(String name) {
        Platform.require();
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocateFrom(name);
            MemorySegment found = arena.allocate(RECORD_SIZE, ADDRESS.byteAlignment());
            MemorySegment result = arena.allocate(ADDRESS);
            MemorySegment buffer = arena.allocate(BUFFER);
            int ignored = (int) Native.GETPWNAM_R.invokeExact(text, found, buffer, BUFFER, result);
            if (result.get(ADDRESS, 0).equals(MemorySegment.NULL)) {
                return Optional.empty();
            }
            int user = found.get(JAVA_INT, USER_AT);
            int group = found.get(JAVA_INT, GROUP_AT);
            return Optional.of(new Account(name, user, group, groups(arena, text, group)));
        } catch (Throwable e) {
            throw SystemCalls.unexpected(e);
        }
    }

    private static List<Integer> groups(Arena arena, MemorySegment name, int group)
            throws Throwable {
        MemorySegment groups = arena.allocate(JAVA_INT, MOST_GROUPS);
        MemorySegment count = arena.allocateFrom(JAVA_INT, MOST_GROUPS);
        int ignored = (int) Native.GETGROUPLIST.invokeExact(name, group, groups, count);
        int[] all = groups.asSlice(0, 4L * count.get(JAVA_INT, 0)).toArray(JAVA_INT);
        return Arrays.stream(all).filter(other -> other != group).boxed().toList();
    }

    /** The same without further groups. */
    public Account withoutGroups() {
        return new Account(name, user, group, List.of());
    }
}
