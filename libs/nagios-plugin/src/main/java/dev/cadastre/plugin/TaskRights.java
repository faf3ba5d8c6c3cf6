package dev.cadastre.plugin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rights of one thread, as /proc tells them.
 *
 * @param users real, effective, saved and for files
 * @param groups the same of the group
 * @param furtherGroups all others
 * @param capabilities sets of them by name, in hexadecimal
 */
record TaskRights(
        Set<Integer> users,
        Set<Integer> groups,
        Set<Integer> furtherGroups,
        Map<String, String> capabilities) {

    private static final Path TASKS = Path.of("/proc/self/task");

    /** What lets a thread do anything. What is inheritable does not; what is bounding limits. */
    private static final List<String> EFFECTIVE = List.of("CapPrm", "CapEff", "CapAmb");

    /** Those of all threads of this process. */
    static List<TaskRights> ofThisProcess() throws IOException {
        List<TaskRights> all = new ArrayList<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (Path task : tasks) {
                try {
                    all.add(parse(Files.readString(task.resolve("status"), ISO_8859_1)));
                } catch (IOException e) {
                    requireEnded(task, e);
                }
            }
        }
        return all;
    }

    private static void requireEnded(Path task, IOException failure) throws IOException {
        if (Files.exists(task)) {
            throw failure;
        }
    }

    /** Reads a file {@code status}; what it does not tell is empty. */
    static TaskRights parse(String status) {
        Map<String, String> fields = new HashMap<>();
        status.lines()
                .map(line -> line.split(":", 2))
                .filter(field -> field.length == 2)
                .forEach(field -> fields.put(field[0], field[1].strip()));
        Map<String, String> capabilities =
                fields.entrySet().stream()
                        .filter(field -> field.getKey().startsWith("Cap"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new TaskRights(
                numbers(fields, "Uid"),
                numbers(fields, "Gid"),
                numbers(fields, "Groups"),
                capabilities);
    }

    private static Set<Integer> numbers(Map<String, String> fields, String name) {
        return Stream.of(fields.getOrDefault(name, "").split("\\s+"))
                .filter(number -> !number.isEmpty())
                .map(Integer::parseUnsignedInt)
                .collect(Collectors.toSet());
    }

    /** Whether they are an account's, and none besides. */
    boolean areThoseOf(Account account) {
        return users.equals(Set.of(account.user()))
                && groups.equals(Set.of(account.group()))
                && furtherGroups.equals(Set.copyOf(account.groups()))
                && EFFECTIVE.stream().allMatch(this::isEmpty);
    }

    private boolean isEmpty(String set) {
        return capabilities.getOrDefault(set, "unknown").matches("0+");
    }
}
