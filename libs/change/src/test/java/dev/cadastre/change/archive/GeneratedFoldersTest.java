package dev.cadastre.change.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GeneratedFoldersTest {

    /** Names of all lengths; files and folders are told apart by their first letter. */
    @Provide
    Arbitrary<Map<String, byte[]>> files() {
        Arbitrary<String> part =
                Arbitraries.strings()
                        .withChars("ab -'$ü€😀\"`{}")
                        .ofMinLength(1)
                        .ofMaxLength(50)
                        .filter(text -> !text.chars().allMatch(c -> c >= 0xD800 && c <= 0xDFFF));
        Arbitrary<String> path =
                part.list()
                        .ofMaxSize(4)
                        .flatMap(folders ->
                                part.map(name -> {
                                    StringBuilder all = new StringBuilder();
                                    folders.forEach(one -> all.append("d" + one + "/"));
                                    return all + "f" + name;
                                }))
                        .filter(text -> FilePaths.problem(text).isEmpty());
        Arbitrary<byte[]> content = Arbitraries.bytes().array(byte[].class).ofMaxSize(1500);
        return Arbitraries.maps(path, content).ofMaxSize(6);
    }

    private static byte[] archive(ChangeFolder folder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChangeArchive.write(folder, out);
        return out.toByteArray();
    }

    private static Set<String> some(Set<String> paths) {
        Set<String> some = new HashSet<>(paths);
        some.removeIf(path -> path.length() % 2 == 0);
        return some;
    }

    @Property(tries = 300)
    void areReadAsTheyWereWritten(@ForAll("files") Map<String, byte[]> files) throws IOException {
        ChangeFolder folder = ChangeFolder.of(files, some(files.keySet()));
        byte[] archive = archive(folder);
        ChangeFolder read = ChangeArchive.read(new ByteArrayInputStream(archive), folder.digest());

        assertThat(read.files()).containsExactlyElementsOf(folder.files());
        for (String path : files.keySet()) {
            assertThat(read.content(path)).isEqualTo(files.get(path));
        }
        assertThat(archive(read)).isEqualTo(archive);
    }

    @Property(tries = 60)
    void areTheSameOnADisk(@ForAll("files") Map<String, byte[]> files) throws IOException {
        ChangeFolder folder = ChangeFolder.of(files, some(files.keySet()));
        Path scratch = Files.createTempDirectory("change-folder");
        try {
            Path target = scratch.resolve("unpacked");
            ChangeFolder unpacked =
                    ChangeArchive.unpack(
                            new ByteArrayInputStream(archive(folder)), folder.digest(), target);

            assertThat(unpacked).isEqualTo(folder);
            assertThat(ChangeFolder.read(target).folder()).contains(folder);
        } finally {
            try (Stream<Path> paths = Files.walk(scratch)) {
                paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    @Property(tries = 300)
    void haveADigestOfAllThatIsInThem(
            @ForAll("files") Map<String, byte[]> one, @ForAll("files") Map<String, byte[]> other) {
        Map<String, byte[]> more = new HashMap<>(one);
        more.put("fnew", new byte[0]);
        String digest = ChangeFolder.of(one, Set.of()).digest();

        assertThat(ChangeFolder.of(more, Set.of()).digest()).isNotEqualTo(digest);
        assertThat(ChangeFolder.of(more, Set.of("fnew")).digest())
                .isNotEqualTo(ChangeFolder.of(more, Set.of()).digest());
        assertThat(ChangeFolder.of(other, Set.of()).digest().equals(digest))
                .isEqualTo(same(one, other));
    }

    private static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.keySet().stream()
                        .allMatch(path -> java.util.Arrays.equals(one.get(path), other.get(path)));
    }

    /** Every change of one byte is either seen, or means nothing. */
    @Property(tries = 500)
    void cannotBeForgedByABit(@ForAll int where, @ForAll byte what) throws IOException {
        ChangeFolder folder =
                ChangeFolder.of(
                        Map.of("a/x", new byte[] {1, 2}, "n".repeat(150), new byte[600]),
                        Set.of("a/x"));
        byte[] archive = archive(folder);
        archive[Math.floorMod(where, archive.length)] = what;
        try {
            assertThat(ChangeArchive.read(new ByteArrayInputStream(archive), folder.digest()))
                    .isEqualTo(folder);
        } catch (ArchiveRefused e) {
            assertThat(e.code()).startsWith("change.archive-");
        }
    }
}
