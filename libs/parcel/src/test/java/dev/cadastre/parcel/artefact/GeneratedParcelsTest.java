package dev.cadastre.parcel.artefact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.folder.ParcelRules;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Manifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GeneratedParcelsTest {

    /** What is done in a folder that is removed behind it. */
    @FunctionalInterface
    private interface Work {
        void in(Path scratch) throws IOException;
    }

    private static void scratch(Work work) throws IOException {
        Path scratch = Files.createTempDirectory("parcels");
        try {
            work.in(scratch);
        } finally {
            try (Stream<Path> all = Files.walk(scratch)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Files and folders are told apart by their first letter. */
    @Provide
    Arbitrary<Map<String, byte[]>> files() {
        Arbitrary<String> part =
                Arbitraries.strings()
                        .withChars("ab -'$ü€😀\"`{}")
                        .ofMinLength(1)
                        .ofMaxLength(50)
                        .filter(text -> text.codePoints().noneMatch(GeneratedParcelsTest::isHalf));
        Arbitrary<String> path =
                part.list()
                        .ofMaxSize(4)
                        .flatMap(folders ->
                                part.flatMap(name ->
                                        Arbitraries.of("docs/", "files/", "templates/", "tests/")
                                                .map(top -> top + path(folders, name))))
                        .filter(text -> ParcelRules.problem(text).isEmpty());
        Arbitrary<byte[]> content = Arbitraries.bytes().array(byte[].class).ofMaxSize(1500);
        return Arbitraries.maps(path, content).ofMaxSize(6);
    }

    private static boolean isHalf(int c) {
        return Character.getType(c) == Character.SURROGATE;
    }

    private static String path(List<String> folders, String name) {
        StringBuilder all = new StringBuilder();
        folders.forEach(one -> all.append("d").append(one).append('/'));
        return all.append("f").append(name).toString();
    }

    @Property(tries = 60)
    void areTheSameFoldersAgain(@ForAll("files") Map<String, byte[]> files) throws IOException {
        scratch(scratch -> {
            Path folder = Parcels.copy(Parcels.folder("mini"), scratch.resolve("one"), false);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Parcels.write(
                        folder, file.getKey(), file.getValue(), file.getValue().length % 2 == 0);
            }
            ParcelArtefact artefact = Parcels.opened(Parcels.built(folder, Bases.NONE));
            artefact.unpack(scratch.resolve("two"));

            assertThat(artefact.verify()).isEmpty();
            assertThat(Parcels.tree(scratch.resolve("two"))).isEqualTo(Parcels.tree(folder));
        });
    }

    /** Changes a few bytes, or moves, repeats or removes some. */
    private static byte[] mutated(byte[] content, Random random) {
        byte[] mutated = content.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(mutated.length);
            int length = Math.min(random.nextInt(600), mutated.length - at);
            switch (random.nextInt(5)) {
                case 0 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutated = Arrays.copyOf(mutated, at + 1);
                case 2 -> mutated[at] = (byte) "0\"{}[],:-9\\/\0".charAt(random.nextInt(13));
                case 3 -> mutated = joined(mutated, at, at + length);
                default -> mutated = joined(mutated, at + length, at);
            }
        }
        return mutated;
    }

    /** All before one place, and all from another on. */
    private static byte[] joined(byte[] content, int to, int from) {
        byte[] joined = Arrays.copyOf(content, to + content.length - from);
        System.arraycopy(content, from, joined, to, content.length - from);
        return joined;
    }

    private static byte[] archive() throws IOException {
        BuiltParcel parcel = Parcels.built("guestbook");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveWriter.write(out, parcel, parcel.manifest(), List.of());
        return out.toByteArray();
    }

    @Property(tries = 120)
    void areRefusedIfTheirFileIsAltered(@ForAll long seed) throws IOException {
        scratch(scratch -> {
            byte[] mutated = mutated(archive(), new Random(seed));
            Path file = Files.write(scratch.resolve("x.parcel"), mutated);
            try (ParcelArchive archive = ParcelArchive.open(file)) {
                ArtefactReading reading = ParcelArtefact.open(archive, archive.parcel());
                Optional<ParcelArtefact> artefact = reading.artefact();
                assertThat(artefact.isPresent()).isEqualTo(reading.problems().isEmpty());
                if (artefact.isPresent()) {
                    unpackedOrRefused(artefact.get(), scratch);
                }
            } catch (ArtefactRefused e) {
                assertThat(e.problems()).isNotEmpty();
            }
        });
    }

    private static void unpackedOrRefused(ParcelArtefact artefact, Path scratch)
            throws IOException {
        List<Problem> problems = artefact.verify();
        try {
            artefact.unpack(scratch.resolve("unpacked"));
            assertThat(problems).isEmpty();
            Map<String, String> expected = Parcels.tree(Parcels.folder("guestbook"));
            expected.remove("LICENSE");
            assertThat(Parcels.tree(scratch.resolve("unpacked"))).isEqualTo(expected);
        } catch (ArtefactRefused e) {
            assertThat(problems).isNotEmpty();
        }
    }

    /** Whoever alters a blob can state its digest, too. */
    @Property(tries = 150)
    void areRefusedIfTheirBlobsAreAlteredAndNamed(@ForAll long seed) throws IOException {
        BuiltParcel built = Parcels.built("guestbook");
        MemoryBlobs blobs = MemoryBlobs.of(built);
        Manifest manifest = Manifest.read(built.read(built.manifest(), 1 << 20));
        Random random = new Random(seed);
        List<Descriptor> parts = new ArrayList<>(manifest.blobs());
        int part = random.nextInt(parts.size());
        Descriptor before = parts.get(part);
        byte[] content = Objects.requireNonNull(blobs.contents.get(before.digest()));
        byte[] mutated = mutated(content, random);
        parts.set(part, blobs.put(before.mediaType(), mutated));
        Manifest altered =
                new Manifest(
                        manifest.artifactType(),
                        parts.get(0),
                        parts.subList(1, parts.size()),
                        Optional.empty(),
                        manifest.annotations());

        ArtefactReading reading =
                ParcelArtefact.open(blobs, blobs.put(Manifest.MEDIA_TYPE, altered.bytes()));
        List<Problem> problems = new ArrayList<>(reading.problems());
        if (reading.artefact().isPresent()) {
            problems.addAll(reading.artefact().get().verify());
        }
        // A document may say something else that is right as well.
        boolean isOfDocument = part == 0;
        if (!isOfDocument) {
            assertThat(problems.isEmpty()).isEqualTo(Arrays.equals(content, mutated));
        }
        assertThat(codes(problems)).doesNotContain("parcel.blob-altered", "parcel.blob-missing");
    }

    private static Set<String> codes(List<Problem> problems) {
        Set<String> codes = new HashSet<>();
        problems.forEach(problem -> codes.add(problem.code()));
        return codes;
    }

    @Property(tries = 100)
    void areNoFilesOfRubbish(@ForAll("rubbish") byte[] rubbish) throws IOException {
        scratch(scratch -> {
            Path file = Files.write(scratch.resolve("x.parcel"), rubbish);
            try (ParcelArchive archive = ParcelArchive.open(file)) {
                assertThat(archive.index().manifests()).isNull();
            } catch (ArtefactRefused e) {
                assertThat(e.problems())
                        .extracting(Problem::code)
                        .containsExactly("parcel.artefact-broken");
            }
        });
    }

    @Provide
    Arbitrary<byte[]> rubbish() {
        return Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(3_000),
                Arbitraries.integers().between(0, 5_000).map(byte[]::new),
                Arbitraries.just("<html></html>".getBytes(UTF_8)));
    }
}
