package dev.cadastre.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.cadastre.change.archive.ArchiveRefused;
import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.journal.JournalText;
import dev.cadastre.ini.IniParser;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.MalformedJson;
import dev.cadastre.parcel.oci.Manifest;
import dev.cadastre.parcel.parameters.LayerFile;
import dev.cadastre.parcel.parameters.ParameterSchema;
import dev.cadastre.parcel.resolution.LockReader;
import dev.cadastre.parcel.trust.Envelope;
import dev.cadastre.plugin.PassiveResults;
import dev.cadastre.plugin.PluginOutput;
import dev.cadastre.probe.OffersParser;
import dev.cadastre.probe.OwnersParser;
import dev.cadastre.probe.ReportLimits;
import dev.cadastre.probe.ReportParser;
import dev.cadastre.query.Comparisons;
import dev.cadastre.query.Field;
import dev.cadastre.query.Fields;
import dev.cadastre.query.Names;
import dev.cadastre.query.OperandKind;
import dev.cadastre.query.QueryLanguage;
import dev.cadastre.server.estate.EstateFile;
import dev.cadastre.server.inventory.InvalidFeed;
import dev.cadastre.server.inventory.foreign.CycloneDx;
import dev.cadastre.server.storage.backup.BackupFile;
import dev.cadastre.server.storage.backup.BackupRefused;
import dev.cadastre.server.storage.backup.Progress;
import dev.cadastre.ssh.KnownHosts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parsers with samples that are altered at random, each for {@code -Dcadastre.soak.seconds}, with
 * {@code -Dcadastre.soak=true} alone: nothing but what a parser may throw, nothing that takes long,
 * nothing that takes much memory. {@code -Dcadastre.soak.seed} repeats a run; what fails is kept
 * below target.
 */
@EnabledIfSystemProperty(named = "cadastre.soak", matches = "true")
class AlteredSamplesTest {

    private static final long SECONDS = Long.getLong("cadastre.soak.seconds", 20);
    private static final long SEED = Long.getLong("cadastre.soak.seed", System.nanoTime());
    private static final long LONGEST_NANOS = 2_000_000_000L;

    /** Allocated, most of it for a moment; what is held is less. */
    private static final long MOST_BYTES = 256L << 20;

    @FunctionalInterface
    interface Reading {
        Object read(byte[] input) throws IOException;
    }

    /**
     * Something that reads.
     *
     * @param samples what it reads, or looks as if
     */
    record Parser(String name, List<byte[]> samples, Reading reading) {

        /**
         * With all files that are not too large.
         *
         * @param folder below libs, or a file there
         */
        Parser(String name, String folder, Reading reading) {
            this(name, files(folder), reading);
        }

        private static List<byte[]> files(String folder) {
            List<byte[]> found = new ArrayList<>();
            try (Stream<Path> files = Files.walk(Path.of("../libs").resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    if (bytes.length <= Alterations.LONGEST) {
                        found.add(bytes);
                    }
                }
                return found;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Each with samples that it reads, or that look as if. */
    static Stream<Parser> parsers() throws IOException {
        return Stream.of(
                new Parser("INI", "ini/src/test/resources/corpus", in -> IniParser.parse("f", in)),
                new Parser(
                        "ESTATE",
                        "ini/src/test/resources/corpus",
                        in -> EstateFile.read("f", text(in))),
                new Parser(
                        "PLUGIN_OUTPUT",
                        "nagios-plugin/src/test/resources/corpus",
                        in -> PluginOutput.parse(text(in))),
                new Parser(
                        "PASSIVE_RESULTS",
                        "nagios-plugin/src/test/resources/corpus",
                        in -> PassiveResults.parse(text(in))),
                new Parser(
                        "REPORT",
                        "probe/src/test/resources/corpus/debian",
                        in ->
                                ReportParser.parse(
                                        new ByteArrayInputStream(in), ReportLimits.DEFAULT)),
                new Parser(
                        "OFFERS",
                        "probe/src/test/resources/corpus/offers",
                        in -> OffersParser.parse(text(in))),
                new Parser(
                        "OWNERS",
                        "probe/src/test/resources/corpus/owners",
                        in -> OwnersParser.parse(text(in))),
                new Parser(
                        "KNOWN_HOSTS",
                        "probe/src/test/resources/corpus/owners",
                        in -> KnownHosts.parse(text(in))),
                new Parser("JOURNAL", "parcel/src/test/resources/parameters", JournalText::read),
                new Parser("MANIFEST", "parcel/src/test/resources/parameters", Manifest::read),
                new Parser("INDEX", "parcel/src/test/resources/parameters", ImageIndex::read),
                new Parser("ENVELOPE", "parcel/src/test/resources/parameters", Envelope::read),
                new Parser(
                        "SCHEMA",
                        "parcel/src/test/resources/parameters",
                        in -> ParameterSchema.read("f", in)),
                new Parser("LAYER", "ini/src/test/resources/corpus", in -> LayerFile.read("f", in)),
                new Parser(
                        "LOCK",
                        "parcel/src/test/resources/resolution",
                        in -> LockReader.read("f", in)),
                new Parser(
                        "ARCHIVE",
                        "probe/src/test/resources/corpus/owners",
                        in -> ChangeArchive.read(new ByteArrayInputStream(in))),
                new Parser("QUERY", queries(), in -> QUERIES.parse(text(in))),
                new Parser("BILL_OF_MATERIALS", "../docs/libraries.cdx.json", CycloneDx::read),
                new Parser("BACKUP", BACKUP, AlteredSamplesTest::backup),
                new Parser(
                        "BACKUP_HEAD",
                        List.of(entry("backup.json")),
                        in -> backup(with("backup.json", in))),
                new Parser(
                        "BACKUP_MANIFEST",
                        List.of(entry("manifest.json")),
                        in -> backup(with("manifest.json", in))));
    }

    private static final String BACKUP = "../server/src/test/resources/schema/0.1.0.backup";

    private static final QueryLanguage QUERIES =
            new QueryLanguage(
                    Fields.of(
                            Field.named("env", "hosts of an environment").withNames(Names.OPEN),
                            Field.named("pkg", "hosts with a package")
                                    .withNames(Names.OPEN)
                                    .withComparisons(Comparisons.ofNamed(OperandKind.VERSION)),
                            Field.named("fact", "hosts by a fact")
                                    .withKey()
                                    .withNames(Names.OPEN)
                                    .withComparisons(
                                            Comparisons.ofValue(
                                                    OperandKind.NUMBER, OperandKind.VERSION)),
                            Field.named("seen", "since when a host was not seen")
                                    .withComparisons(Comparisons.ofValue(OperandKind.DURATION)),
                            Field.named("changed", "when a host changed")
                                    .withComparisons(Comparisons.ofValue(OperandKind.TIME))));

    /** The lines of its samples, most of which are queries, or ought to be. */
    private static List<byte[]> queries() {
        return Parser.files("query/src/test/resources").stream()
                .flatMap(file -> text(file).lines())
                .filter(line -> !line.isBlank())
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** As one that is restored: nothing of it is used before all of it was verified. */
    private static Object backup(byte[] input) throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "altered", ".backup");
        try {
            Files.write(file, input);
            try (BackupFile backup = BackupFile.open(file)) {
                backup.verify(Progress.NONE);
                return backup.head();
            }
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] entry(String name) throws IOException {
        try (var zip = new ZipFile(Path.of("../libs").resolve(BACKUP).toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    /** The sample with another document in the place of its own, in a proper zip. */
    private static byte[] with(String name, byte[] document) throws IOException {
        var target = new ByteArrayOutputStream();
        try (var sample = new ZipFile(Path.of("../libs").resolve(BACKUP).toFile());
                var out = new ZipOutputStream(target)) {
            for (ZipEntry each : Collections.list(sample.entries())) {
                out.putNextEntry(new ZipEntry(each.getName()));
                if (each.getName().equals(name)) {
                    out.write(document);
                } else {
                    sample.getInputStream(each).transferTo(out);
                }
                out.closeEntry();
            }
        }
        return target.toByteArray();
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    /** What parsers may say by an exception. */
    private static final Set<Class<? extends Exception>> ALLOWED =
            Set.of(
                    MalformedJson.class,
                    ArchiveRefused.class,
                    BackupRefused.class,
                    InvalidFeed.class);

    @ParameterizedTest
    @MethodSource("parsers")
    void areReadOrRefused(Parser parser) throws IOException {
        List<byte[]> samples = parser.samples();
        assertThat(samples).isNotEmpty();
        Random random = new Random(SEED);
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        for (long input = 0; System.nanoTime() < end; input++) {
            byte[] altered = Alterations.of(samples.get(random.nextInt(samples.size())), random);
            // The first ones load classes.
            String fault = fault(parser, altered, input > 50);
            if (!fault.isEmpty()) {
                Path kept = Path.of("target", "altered-" + parser + "-" + SEED + "-" + input);
                Files.write(kept, altered);
                throw new AssertionError(fault + ", seed " + SEED + ", input kept in " + kept);
            }
        }
    }

    private static String fault(Parser parser, byte[] input, boolean measured) {
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        long began = memory.getCurrentThreadCpuTime();
        try {
            parser.reading.read(input);
        } catch (Exception e) {
            if (ALLOWED.stream().noneMatch(allowed -> allowed.isInstance(e))) {
                return e.toString();
            }
        } catch (StackOverflowError | OutOfMemoryError e) {
            return e.toString();
        }
        long nanos = memory.getCurrentThreadCpuTime() - began;
        long bytes = memory.getCurrentThreadAllocatedBytes() - before;
        if (!measured) {
            return "";
        }
        return nanos > LONGEST_NANOS || bytes > MOST_BYTES
                ? "It takes %,d ns and %,d bytes for %,d".formatted(nanos, bytes, input.length)
                : "";
    }
}
