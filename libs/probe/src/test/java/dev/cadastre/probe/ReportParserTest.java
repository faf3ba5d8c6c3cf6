package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.Parsed.Cause;
import dev.cadastre.probe.Parsed.Garbled;
import dev.cadastre.probe.SectionOutcome.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportParserTest {

    private static final String BEGIN = "@cadastre-report 1 1700000000\n";

    @Property
    void noBytesCauseAnException(@ForAll byte[] bytes) throws IOException {
        assertThat(parse(bytes)).isInstanceOf(Garbled.class);
    }

    @Property(tries = 500)
    void noTextOfASectionCausesAnException(
            @ForAll("sections") String section, @ForAll("payloads") String payload) {
        Report report = Corpus.section(section, payload);

        assertThat(report.outcome(Section.named(section).orElseThrow())).isPresent();
    }

    @Property(tries = 200)
    void aBrokenByteNeverCausesAnException(@ForAll int position, @ForAll byte value)
            throws IOException {
        byte[] report = Corpus.text("debian/report.txt").getBytes(StandardCharsets.UTF_8);
        report[Math.floorMod(position, report.length)] = value;

        assertThat(parse(report)).isNotNull();
    }

    @Property(tries = 200)
    void aReportThatEndsEarlyIsNeverBelieved(@ForAll int length) throws IOException {
        byte[] report = Corpus.text("debian/report.txt").getBytes(StandardCharsets.UTF_8);
        int kept = Math.floorMod(length, report.length - "@end\n".length());

        assertThat(parse(Arrays.copyOf(report, kept))).isInstanceOf(Garbled.class);
    }

    @Provide
    Arbitrary<String> sections() {
        return Arbitraries.of(Section.Kind.values())
                .map(kind -> kind.addOn() ? kind.word() + ":any.json" : kind.word());
    }

    /** Lines as the probe frames them, of words that readers look for and of anything else. */
    @Provide
    Arbitrary<String> payloads() {
        Arbitrary<String> words =
                Arbitraries.oneOf(
                        Arbitraries.of(
                                "tcp",
                                "0100007F:0016",
                                "00000000:0000",
                                "0A",
                                "[::ffff:10.0.0.1]%eth0:22",
                                "*:*",
                                "LISTEN",
                                "-",
                                "\t",
                                "installed",
                                "{",
                                "}",
                                "[",
                                "\"a\":",
                                "1e999999999",
                                "MemTotal:",
                                "kB",
                                "/ ext4",
                                "processor\t:",
                                "sshd.service",
                                "active",
                                "9999999999999999999",
                                "5: eth0 inet 10.0.0.1/8",
                                "/bin/python3",
                                "\\777",
                                "key=value"),
                        Arbitraries.strings().ofMaxLength(12).map(s -> s.replace('\n', ' ')));
        Arbitrary<String> line = words.list().ofMaxSize(9).map(list -> String.join(" ", list));
        Arbitrary<String> source =
                Arbitraries.of(
                        "+ip",
                        "+/proc/net",
                        "+ss",
                        "+/proc/net/route",
                        "+/proc/mounts",
                        "+/proc/cpuinfo",
                        "+/proc/meminfo",
                        "+/proc/loadavg",
                        "+/proc/stat",
                        "+/etc/os-release",
                        "+systemd-units",
                        "+systemd-files",
                        "+sysv",
                        "+pid-files",
                        "+processes",
                        "+files",
                        "+kernels",
                        "+/sys/block/sda/size",
                        "+/proc/net/fib_trie",
                        "+/usr/lib/python3/dist-packages",
                        "+/usr/lib/node_modules/x/package.json");
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(4, line.map(text -> "|" + text)),
                        net.jqwik.api.Tuple.of(1, source))
                .list()
                .ofMaxSize(30)
                .map(lines -> String.join("\n", lines));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    '';                                                    NOT_A_REPORT
                    'bash: sh: command not found';                         NOT_A_REPORT
                    '@cadastre-report 2 1700000000~@end';                  UNKNOWN_FORMAT
                    '@cadastre-report 1 soon~@end';                        BROKEN_FRAME
                    '@cadastre-report 1 99999999999999~@end';              BROKEN_FRAME
                    '@cadastre-report 1 1~|text~@end';                     BROKEN_FRAME
                    '@cadastre-report 1 1~+source~@end';                   BROKEN_FRAME
                    '@cadastre-report 1 1~bare~@end';                      BROKEN_FRAME
                    '@cadastre-report 1 1~@secret x~@end';                 BROKEN_FRAME
                    '@cadastre-report 1 1~@section coffee~@end';           BROKEN_FRAME
                    '@cadastre-report 1 1~@section plugin~@end';           BROKEN_FRAME
                    '@cadastre-report 1 1~@section system~@end';           BROKEN_FRAME
                    '@cadastre-report 1 1~@section system~@done fine 0 0~@end'; BROKEN_FRAME
                    '@cadastre-report 1 1~@section system~@done ok x 0~@end';   BROKEN_FRAME
                    '@cadastre-report 1 1~@section system~@section system';     BROKEN_FRAME
                    '@cadastre-report 1 1~@section system~@done unchanged 0 102 a-1';      BROKEN_FRAME
                    '@cadastre-report 1 1~@section plugin:a~@done unchanged 0 102 a-1';    BROKEN_FRAME
                    '@cadastre-report 1 1~@section packages-rpm~@done unchanged 0 102';    BROKEN_FRAME
                    '@cadastre-report 1 1~@section packages-rpm~@done unchanged 0 102 $x'; BROKEN_FRAME
                    '@cadastre-report 1 1~@section system~|x';             CUT_OFF
                    '@cadastre-report 1 1';                                CUT_OFF
                    """)
    void saysWhyItDoesNotBelieve(String text, Cause cause) {
        Parsed parsed = ReportParser.parse(text.replace('~', '\n'), ReportLimits.DEFAULT);

        assertThat(parsed)
                .isInstanceOfSatisfying(
                        Garbled.class,
                        garbled -> {
                            assertThat(garbled.cause()).isEqualTo(cause);
                            assertThat(garbled.reason()).isNotBlank();
                            assertThat(garbled.line()).isPositive();
                        });
    }

    @Test
    void toleratesWhatALoginShellSaysFirst() {
        Report report = ProbeRun.parsed("Welcome!\nLast login: never\n" + BEGIN + "@end\n");

        assertThat(report.hostTime()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
    }

    @Test
    void readsNothingBeyondTheEndMarker() throws IOException {
        byte[] report = (BEGIN + "@end\n").getBytes(StandardCharsets.UTF_8);
        Parsed parsed =
                ReportParser.parse(
                        new SequenceInputStream(new ByteArrayInputStream(report), new Hung()),
                        ReportLimits.DEFAULT);

        assertThat(parsed).isInstanceOf(Parsed.Complete.class);
    }

    @Test
    void saysThatSectionsWhichAreNotThereFailed() {
        Report report = ProbeRun.parsed(BEGIN + "@end\n");

        assertThat(report.sections())
                .hasSize(Section.Kind.values().length - 2)
                .allSatisfy(outcome -> assertThat(outcome.status()).isEqualTo(Status.FAILED));
    }

    @Test
    void boundsALineOfAGigabyte() throws IOException {
        ReportLimits limits = new ReportLimits(2_000_000_000, 1000, 10, 10);
        Parsed parsed =
                ReportParser.parse(
                        new SequenceInputStream(
                                java.util.Collections.enumeration(
                                        List.of(
                                                bytes(BEGIN + "@section plugin:x.facts\n|"),
                                                new Repeated(1L << 30),
                                                bytes("\n@done ok 0 0\n@end\n")))),
                        limits);

        assertThat(parsed)
                .isInstanceOfSatisfying(
                        Parsed.Complete.class,
                        complete ->
                                assertThat(complete.report().sections().get(0).status())
                                        .isEqualTo(Status.TRUNCATED));
    }

    @Test
    void givesUpOnAReportThatIsTooLarge() throws IOException {
        Parsed parsed =
                ReportParser.parse(
                        new SequenceInputStream(
                                bytes(BEGIN + "@section system\n|"), new Repeated(1L << 40)),
                        new ReportLimits(1 << 20, 1000, 10, 10));

        assertThat(parsed)
                .isInstanceOfSatisfying(
                        Garbled.class,
                        garbled -> assertThat(garbled.cause()).isEqualTo(Cause.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"|a\n", "+a\n", "|\n"})
    void countsWhatALineTakesInMemory(String line) {
        ReportLimits limits = new ReportLimits(1 << 20, 1000, 10, 10);
        String report = BEGIN + "@section system\n" + line.repeat(17_000) + "@done ok 0 0\n@end\n";

        assertThat(report.length()).isLessThan(1 << 17);
        assertThat(ReportParser.parse(report, limits))
                .isInstanceOfSatisfying(
                        Garbled.class,
                        garbled -> assertThat(garbled.cause()).isEqualTo(Cause.TOO_LARGE));
    }

    @Test
    void boundsTheNumberOfSources() {
        String sources =
                IntStream.range(0, 20_001)
                        .mapToObj(i -> "+/" + i + "\n|lost\n")
                        .collect(Collectors.joining());
        Report report = Corpus.section("system", sources + "+uname\n|x86_64");

        assertThat(report.sections().get(0).status()).isEqualTo(Status.TRUNCATED);
        assertThat(report.fact("kernel.arch")).isEmpty();
    }

    @Test
    void boundsTheNameOfASection() {
        String section = "@section plugin:" + "x".repeat(1000) + "\n@done ok 0 0\n@end\n";

        assertThat(ReportParser.parse(BEGIN + section, ReportLimits.DEFAULT))
                .isInstanceOfSatisfying(
                        Garbled.class,
                        garbled -> assertThat(garbled.cause()).isEqualTo(Cause.BROKEN_FRAME));
    }

    @Test
    void boundsTheNumberOfItems() {
        String lines = "|one\tinstalled\tall\t1\t\t\t\n|two\tinstalled\tall\t1\t\t\t\n";
        Parsed parsed =
                ReportParser.parse(
                        BEGIN + "@section packages-dpkg\n" + lines + "@done ok 0 0\n@end\n",
                        new ReportLimits(1 << 20, 1000, 10, 1));

        assertThat(parsed)
                .isInstanceOfSatisfying(
                        Parsed.Complete.class,
                        complete -> {
                            assertThat(complete.report().packages()).hasSize(1);
                            assertThat(complete.report().sections().get(0).status())
                                    .isEqualTo(Status.TRUNCATED);
                        });
    }

    @Test
    void dropsTheLastLineOfWhatWasKilled() {
        Report report =
                ProbeRun.parsed(
                        BEGIN
                                + "@section packages-dpkg\n|one\tinstalled\tall\t1.0\t\t\t\n"
                                + "|two\tinstalled\tall\t1\t\t\t\n@done timeout 1000 137\n@end\n");

        assertThat(report.packages()).extracting(InstalledPackage::name).containsExactly("one");
        assertThat(report.sections().get(0).reason()).contains("10 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void readsLinesWhereverTheyLieInWhatIsReadAtOnce(String end) throws IOException {
        List<String> names = IntStream.range(0, 2_000).mapToObj("p%04d"::formatted).toList();
        String lines =
                names.stream()
                        .map(name -> "|" + name + "\tinstalled\tall\t1.0\t\tÜ. Çağ\t" + end)
                        .collect(Collectors.joining());
        Report report =
                ProbeRun.parsed(
                        BEGIN + "@section packages-dpkg\n" + lines + "@done ok 1 0\n@end\n");

        assertThat(report.packages()).extracting(InstalledPackage::name).isEqualTo(names);
        assertThat(report.packages()).extracting(InstalledPackage::vendor).containsOnly("Ü. Çağ");
    }

    @Test
    void replacesWhatIsNoUtf8() throws IOException {
        byte[] report =
                (BEGIN + "@section system\n+uname\n|x\u00ff\u00fe\n@done ok 0 0\n@end\n")
                        .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(((Parsed.Complete) parse(report)).report().fact("kernel.arch"))
                .contains(new FactValue.Text("x\uFFFD\uFFFD"));
    }

    private static Parsed parse(byte[] bytes) throws IOException {
        return ReportParser.parse(new ByteArrayInputStream(bytes), ReportLimits.DEFAULT);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a process that cannot be killed leaves open; reading it would block for ever. */
    private static final class Hung extends InputStream {
        @Override
        public int read() {
            throw new AssertionError("The parser read on after the end marker");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return read();
        }
    }

    /** As many bytes as wanted, without holding them. */
    private static final class Repeated extends InputStream {
        private long left;

        Repeated(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(buffer, offset, offset + count, (byte) 'x');
            left -= count;
            return count;
        }
    }
}
