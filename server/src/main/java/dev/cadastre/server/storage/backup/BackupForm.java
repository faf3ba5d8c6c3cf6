package dev.cadastre.server.storage.backup;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a backup may hold, and must say: names out of a closed list, texts that can be printed, and
 * lists that agree. Its file is hostile. Pure; each fails with {@link BackupRefused}.
 */
final class BackupForm {

    private static final Set<String> DOCUMENTS =
            Set.of(Manifest.ENTRY, BackupHead.ENTRY, StoredSequence.ENTRY);
    private static final Pattern TABLE = Pattern.compile("tables/\\w{1,63}/\\w{1,63}\\.copy");

    /** What may be printed: at a terminal, other characters would be commands. */
    private static final Pattern TEXT = Pattern.compile("\\P{C}{0,255}");

    private BackupForm() {}

    /** Nothing leads out of the home, and nothing is there that no server writes. */
    static void requireName(String name) {
        boolean known =
                name.startsWith(HomeFiles.ENTRY)
                        ? HomeFiles.isAllowed(name.substring(HomeFiles.ENTRY.length()))
                        : DOCUMENTS.contains(name) || TABLE.matcher(name).matches();
        if (!known) {
            throw BackupRefused.damaged(
                    "no backup has a file " + (isText(name) ? name : "with such a name"));
        }
    }

    /** What another program wrote may lack anything. */
    @SuppressWarnings("NullAway")
    static Manifest complete(Manifest read) {
        for (Manifest.Item item : read.entries()) {
            if (item == null || item.name() == null || item.sha256() == null || item.bytes() < 0) {
                throw BackupRefused.damaged(Manifest.ENTRY + " lacks something");
            }
            requireName(item.name());
        }
        return read;
    }

    /** As above; one of a later format names the program that can read it. */
    static BackupHead complete(BackupHead read) {
        if (!isPrintable(read)) {
            throw BackupRefused.damaged(BackupHead.ENTRY + " has texts that are none");
        }
        if (read.format() > BackupHead.FORMAT) {
            throw new BackupRefused(
                    "backup.newer",
                    "The backup has format %d, and this program reads formats up to %d"
                            .formatted(read.format(), BackupHead.FORMAT),
                    "Use version %s of the program or a later one.".formatted(read.program()));
        }
        if (read.format() < 1 || isIncomplete(read)) {
            throw BackupRefused.damaged(BackupHead.ENTRY + " lacks something");
        }
        return read;
    }

    private static boolean isPrintable(BackupHead read) {
        return Stream.of(
                        Stream.of(read.program(), read.host(), read.key()),
                        read.schemas().entrySet().stream()
                                .flatMap(each -> Stream.of(each.getKey(), each.getValue())),
                        read.tables().stream()
                                .flatMap(table -> Stream.of(table.part(), table.name())))
                .flatMap(texts -> texts)
                .allMatch(text -> text == null || isText(text));
    }

    @SuppressWarnings("NullAway")
    private static boolean isIncomplete(BackupHead read) {
        return read.program() == null
                || read.begunAt() == null
                || read.tables().stream()
                        .anyMatch(table -> table.part() == null || table.name() == null);
    }

    /** Those that could be sequences of some table. */
    @SuppressWarnings("NullAway")
    static List<StoredSequence> complete(List<StoredSequence> read) {
        for (StoredSequence one : read) {
            if (one == null || !isText(one.part()) || !isText(one.name())) {
                throw BackupRefused.damaged(StoredSequence.ENTRY + " lacks something");
            }
        }
        return read;
    }

    private static boolean isText(@Nullable String text) {
        return text != null && TEXT.matcher(text).matches();
    }

    /** The two lists, of the file and of the manifest, must be the same. */
    static void requireListed(Set<String> names, Manifest manifest) {
        Set<String> unlisted = new HashSet<>(names);
        unlisted.remove(Manifest.ENTRY);
        for (Manifest.Item item : manifest.entries()) {
            if (!unlisted.remove(item.name())) {
                throw BackupRefused.damaged(
                        "%s is listed, and not in it or listed twice".formatted(item.name()));
            }
        }
        if (!unlisted.isEmpty()) {
            throw BackupRefused.damaged(
                    "%s is in it, and not listed".formatted(unlisted.iterator().next()));
        }
    }

    /** Rows of each table that it tells of, and of no other. */
    static void requireTables(Set<String> names, BackupHead head) {
        Set<String> there = new HashSet<>(names);
        there.removeIf(name -> !TABLE.matcher(name).matches());
        for (StoredTable table : head.tables()) {
            if (!there.remove(table.entry())) {
                throw BackupRefused.damaged(table.entry() + " is not in it once");
            }
        }
        if (!there.isEmpty()) {
            throw BackupRefused.damaged(
                    "%s is of no table that it tells of".formatted(there.iterator().next()));
        }
    }
}
