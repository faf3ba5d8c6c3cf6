package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cadastre.probe.SectionOutcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is neither gathered nor sent, because it is known and has not changed. */
class KnownSectionsTest {

    private static final Section DPKG = Section.of(Section.Kind.PACKAGES_DPKG);
    private static final Section RPM = Section.of(Section.Kind.PACKAGES_RPM);
    private static final Section APK = Section.of(Section.Kind.PACKAGES_APK);
    private static final Section PYTHON = Section.of(Section.Kind.PACKAGES_PYTHON);
    private static final String SITE = "usr/lib/python3/dist-packages";
    private static final ProbeLimits SHORT =
            new ProbeLimits(Duration.ofSeconds(2), Duration.ofSeconds(30), 1 << 20);

    @TempDir private Path tree;
    @TempDir private Path programs;

    @BeforeEach
    void settle() throws IOException {
        file("etc/os-release", "ID=debian\nVERSION_ID=12\n");
        file("var/lib/dpkg/status", "");
        Files.createDirectories(tree.resolve("var/lib/dpkg/updates"));
        file("lib/apk/db/installed", "P:musl\nV:1.2.5-r0\nA:x86_64\n\n");
        distribution("six", "1.16.0");
    }

    @ParameterizedTest
    @MethodSource("dev.cadastre.probe.Shells#all")
    void leavesOutWhatIsKnownUnderAnyShell(String shell) throws Exception {
        install("tool", "1.0");
        Report first = run(shell, KnownSections.NONE);
        Report second = run(shell, known(first));

        for (Section section : List.of(DPKG, APK, PYTHON)) {
            SectionOutcome told = outcome(first, section);
            assertThat(told.status()).isEqualTo(Status.COLLECTED);
            assertThat(told.stamp()).isNotNull();
            assertThat(outcome(second, section).status()).isEqualTo(Status.UNCHANGED);
            assertThat(outcome(second, section).stamp()).isEqualTo(told.stamp());
        }
        assertThat(names(first)).containsExactly("tool 1.0", "musl 1.2.5-r0", "six 1.16.0");
        assertThat(names(second)).isEmpty();
        assertThat(outcome(second, RPM).status()).isEqualTo(Status.ABSENT);
    }

    @Test
    void tellsAgainWhatARealInstallationChanged() throws Exception {
        install("tool", "1.0");
        Report first = run("sh", KnownSections.NONE);
        install("tool", "1.1");
        Report second = run("sh", known(first));
        distribution("flask", "3.0");
        Report third = run("sh", known(first, second));

        assertThat(names(second)).containsExactly("tool 1.1");
        assertThat(outcome(second, PYTHON).status()).isEqualTo(Status.UNCHANGED);
        assertThat(names(third)).containsExactly("flask 3.0", "six 1.16.0");
        assertThat(outcome(third, DPKG).status()).isEqualTo(Status.UNCHANGED);
    }

    @Test
    void tellsAgainWhatRpmChanged() throws Exception {
        installRpm("tool", "1.0");
        Report first = run("sh", KnownSections.NONE);
        Report second = run("sh", known(first));
        installRpm("tool", "1.1");
        Report third = run("sh", known(first));

        assertThat(outcome(second, RPM).status()).isEqualTo(Status.UNCHANGED);
        assertThat(outcome(third, RPM).status()).isEqualTo(Status.COLLECTED);
        assertThat(names(third)).containsExactly("tool 1.0-1", "tool 1.1-1");
    }

    @Test
    void seesAChangeOfTheSameSizeInPlace() throws Exception {
        distribution("six", "1.16.0");
        file(SITE + "/old.egg-info/PKG-INFO", "Name: old\nVersion: 1.0\n");
        install("tool", "1.0");
        Report first = run("sh", KnownSections.NONE);
        Path status = tree.resolve("var/lib/dpkg/status");
        Files.writeString(status, Files.readString(status).replace("1.0", "1.1"));
        file(SITE + "/old.egg-info/PKG-INFO", "Name: old\nVersion: 1.1\n");

        assertThat(names(run("sh", known(first))))
                .containsExactlyInAnyOrder("tool 1.1", "old 1.1", "six 1.16.0");
    }

    @Test
    void hasNoStampForWhatMayStillBeWritten() throws Exception {
        Report report = probe("sh").script(Probe.script()).report();

        assertThat(outcome(report, DPKG))
                .satisfies(told -> assertThat(told.status()).isEqualTo(Status.COLLECTED))
                .satisfies(told -> assertThat(told.stamp()).isNull());
    }

    @Test
    void tellsAgainWhenTheSystemIsCalledOtherwise() throws Exception {
        Report first = run("sh", KnownSections.NONE);
        file("etc/os-release", "ID=devuan\nVERSION_ID=12\n");

        assertThat(outcome(run("sh", known(first)), DPKG).status()).isEqualTo(Status.COLLECTED);
    }

    @Test
    void tellsAllWhereNothingSaysHowFilesLook() throws Exception {
        program("stat", "exit 127");
        Report report = run("sh", KnownSections.NONE);

        assertThat(report.sections())
                .allSatisfy(told -> assertThat(told.status().complete()).isTrue())
                .allSatisfy(told -> assertThat(told.stamp()).isNull());
        assertThat(names(report)).contains("musl 1.2.5-r0", "six 1.16.0");
    }

    @Test
    void tellsAllWhereLookingHangs() throws Exception {
        program("stat", "sleep 1000");
        Report report =
                probe("sh")
                        .script(later(Probe.script(List.of(), SHORT, KnownSections.NONE)))
                        .report();

        assertThat(report.sections())
                .allSatisfy(told -> assertThat(told.status().complete()).isTrue())
                .allSatisfy(told -> assertThat(told.stamp()).isNull());
        assertThat(names(report)).contains("musl 1.2.5-r0", "six 1.16.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh", "bash", "mksh"})
    void comparesWhatIsSaidToBeKnownAndNeverRunsIt(String shell) throws Exception {
        Path evil = programs.resolve("evil");
        String text = "$(touch " + evil + ") `touch " + evil + "` * packages-dpkg=* packages-apk=";
        Report report =
                probe(shell)
                        .script("CADASTRE_KNOWN='" + text + "'\n" + later(Probe.script()))
                        .report();

        assertThat(report.sections())
                .allSatisfy(told -> assertThat(told.status().complete()).isTrue());
        assertThat(evil).doesNotExist();
    }

    @Test
    void refusesWhatIsNoStamp() {
        for (String stamp : List.of("", "a b", "a'b", "$x", "x".repeat(501))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new KnownSections(
                                    new TreeMap<>(Map.of(Section.Kind.PACKAGES_DPKG, stamp))));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new KnownSections(new TreeMap<>(Map.of(Section.Kind.SYSTEM, "a"))));
    }

    @Test
    void readsNothingInASectionThatIsUnchanged() {
        Report report =
                ProbeRun.parsed(
                        """
                        @cadastre-report 1 1700000000
                        @section packages-dpkg
                        |tool\tinstalled\tall\t1.0\t\t\t
                        @done unchanged 0 102 a-1
                        @end
                        """);

        assertThat(report.packages()).isEmpty();
        assertThat(outcome(report, DPKG).status()).isEqualTo(Status.UNCHANGED);
        assertThat(outcome(report, DPKG).stamp()).isEqualTo("a-1");
    }

    @Property(tries = 200)
    void isWholeOnceWhatWasLeftOutIsRecalled(
            @ForAll("packages") String dpkg, @ForAll("packages") String apk) {
        String head = "@cadastre-report 1 1700000000\n@section packages-apk\n" + apk;
        String runtimes =
                """
                @done ok 1 0
                @section runtimes
                +files
                |/usr/bin/python3.11
                |/usr/bin/node
                |/usr/bin/perl
                @done ok 1 0
                @end
                """;
        String told = "@done ok 0 0\n@section packages-dpkg\n";
        Report whole = ProbeRun.parsed(head + told + dpkg + runtimes);
        Report left =
                ProbeRun.parsed(
                        head
                                + told
                                + runtimes.replaceFirst("@done ok 1 0", "@done unchanged 0 102 a"));
        List<InstalledPackage> remembered =
                whole.packages().stream().filter(p -> p.type() == PackageType.DEB).toList();

        assertThat(left.awaitsPackages()).isTrue();
        assertThat(left.recalling(remembered).runtimes()).isEqualTo(whole.runtimes());
        assertThat(left.recalling(remembered).packages()).isEqualTo(whole.packages());
        assertThat(whole.recalling(List.of())).isEqualTo(whole);
    }

    @Provide
    Arbitrary<String> packages() {
        Arbitrary<String> name =
                Arbitraries.of(
                        "python3.11-minimal", "python3", "python", "nodejs", "perl", "perl-base");
        Arbitrary<String> version = Arbitraries.of("3.11.2-6", "3.11.9", "5.36.0-7", "18.19.0");
        return net.jqwik.api.Combinators.combine(name, version)
                .as((n, v) -> "|" + n + "\tinstalled\tall\t" + v + "\t\t\t\n")
                .list()
                .ofMaxSize(5)
                .map(lines -> String.join("", lines));
    }

    private Report run(String shell, KnownSections known) throws Exception {
        return probe(shell)
                .script(later(Probe.script(List.of(), ProbeLimits.DEFAULT, known)))
                .report();
    }

    /** The probe of a minute from now, when nothing has been written lately. */
    private static String later(String script) {
        String clock = "clock=$(date +%s)";
        assertThat(script).contains(clock);
        return script.replace(clock, "clock=$(($(date +%s) + 60))");
    }

    private ProbeRun probe(String shell) {
        return new ProbeRun().by(shell.split(" ", -1)).root(tree).programs(programs);
    }

    /** What is known after these reports. */
    private static KnownSections known(Report... reports) {
        var stamps = new TreeMap<Section.Kind, String>();
        for (Report report : reports) {
            report.sections().stream()
                    .filter(told -> told.stamp() != null)
                    .forEach(told -> stamps.put(told.section().kind(), told.stamp()));
        }
        return new KnownSections(stamps);
    }

    private static SectionOutcome outcome(Report report, Section section) {
        return report.outcome(section).orElseThrow();
    }

    private static List<String> names(Report report) {
        return report.packages().stream().map(p -> p.name() + " " + p.version()).toList();
    }

    /** Installs a package as everybody does. */
    private void install(String name, String version) throws Exception {
        Path folder = Files.createDirectories(programs.resolve(name + version));
        Path control = Files.createDirectories(folder.resolve("DEBIAN")).resolve("control");
        Files.writeString(
                control,
                "Package: %s\nVersion: %s\nArchitecture: all\nMaintainer: A <a@example.com>\n"
                                .formatted(name, version)
                        + "Description: a package\n");
        Path file = programs.resolve(name + ".deb");
        Commands.lines("dpkg-deb", "--root-owner-group", "-b", folder.toString(), file.toString());
        Commands.lines(
                "dpkg",
                "--force-not-root",
                "--force-script-chrootless",
                "--log=" + programs.resolve("log"),
                "--root=" + tree,
                "-i",
                file.toString());
    }

    private void installRpm(String name, String version) throws Exception {
        Path work = Files.createDirectories(programs.resolve("build"));
        Path spec =
                Files.writeString(
                        work.resolve("one.spec"),
                        "Name: %s\nVersion: %s\nRelease: 1\nSummary: x\nLicense: x\n"
                                        .formatted(name, version)
                                + "BuildArch: noarch\n%description\nx\n%files\n");
        Commands.lines(
                "rpmbuild", "-bb", "--quiet", "--define", "_topdir " + work, spec.toString());
        Commands.lines(
                "rpm",
                "--dbpath",
                Files.createDirectories(tree.resolve("var/lib/rpm")).toString(),
                "-i",
                "--justdb",
                "--nodeps",
                "--force",
                work.resolve("RPMS/noarch/" + name + "-" + version + "-1.noarch.rpm").toString());
    }

    private void distribution(String name, String version) throws IOException {
        file(
                SITE + "/" + name + "-" + version + ".dist-info/METADATA",
                "Name: " + name + "\nVersion: " + version + "\n");
    }

    private void file(String path, String text) throws IOException {
        Path file = tree.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
