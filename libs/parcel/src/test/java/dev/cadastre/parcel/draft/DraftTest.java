package dev.cadastre.parcel.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.parcel.artefact.ArtefactReading;
import dev.cadastre.parcel.artefact.Bases;
import dev.cadastre.parcel.artefact.BuiltParcel;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.artefact.ParcelBuilder;
import dev.cadastre.parcel.artefact.ParcelBuilding;
import dev.cadastre.parcel.lint.ParcelLint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a parcel is made from, what is made is one, and what nothing is made of is refused. */
class DraftTest {

    private static final String SHOP =
            """
            Metadata-Version: 2.1
            Name: Shop_Front
            Version: 1.4.2
            Summary: Sells “things” for $5 @file@
            License: MIT
            Requires-Dist: money (>=2)
            """;

    private static final String NONE_OF_THESE =
            " is none of what a parcel is made from: a folder of wheels, a wheel, a jar, an npm"
                    + " package (.tgz), or a list of packages with a name on each line";

    @TempDir private Path folder;

    private ParcelArtefact written(Draft draft) throws Exception {
        Path place = folder.resolve("drafts").resolve("draft");
        draft.write(place);
        ParcelBuilding building = ParcelBuilder.build(place, Bases.NONE);
        assertThat(building.problems()).isEmpty();
        BuiltParcel parcel = building.parcel().orElseThrow();
        ArtefactReading reading = ParcelArtefact.open(parcel, parcel.manifest());
        ParcelArtefact artefact = reading.artefact().orElseThrow();
        assertThat(artefact.verify()).isEmpty();
        assertThat(ParcelLint.problems(artefact)).isEmpty();
        assertThatScriptsCanBeRead(place);
        return artefact;
    }

    private static void assertThatScriptsCanBeRead(Path place) throws Exception {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String first = firstLine(file);
                if (first.equals("#!/bin/sh")) {
                    assertThatItSucceeds("sh", "-n", file.toString());
                } else if (first.contains("python3")) {
                    assertThatItSucceeds(
                            "python3",
                            "-c",
                            "compile(open(__import__('sys').argv[1]).read(),'x','exec')",
                            file.toString());
                }
                assertThat(Files.isExecutable(file))
                        .as(file.toString())
                        .isEqualTo(
                                first.startsWith("#!") && !file.toString().contains("templates"));
            }
        }
    }

    private static String firstLine(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
    }

    private static void assertThatItSucceeds(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Arrays.toString(command) + said).isZero();
    }

    private static String text(ParcelArtefact artefact, String path) throws IOException {
        return new String(artefact.read(path, 1 << 20).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void ofNothingIsAnApplicationThatListens() throws Exception {
        ParcelArtefact artefact = written(Draft.empty("shop", 8081));

        assertThat(artefact.contents().definition().provides()).containsKeys("shop", "http");
        assertThat(artefact.contents().definition().tests()).containsOnlyKeys("answers");
        assertThat(text(artefact, "files/application/serve")).contains("Good day from shop");
        assertThat(artefact.document("parameters.schema.json").orElseThrow())
                .contains("\"default\": 8081");
    }

    @Test
    void anApplicationOfNothingMayBeRunWhereItIsInstalled() throws Exception {
        ParcelArtefact artefact = written(Draft.empty("shop", 8081));

        assertThat(text(artefact, "changes/install.change"))
                .contains("source = files/application/\ntarget = ${application}\nmode = 0755\n");
    }

    @Test
    void ofNothingIsAnApplicationThatListensNowhereIfItIsToldSo() throws Exception {
        ParcelArtefact artefact = written(Draft.empty("shop", 0));

        assertThat(artefact.contents().definition().tests()).containsOnlyKeys("runs");
        assertThat(text(artefact, "files/application/serve")).doesNotContain("PORT", "@");
    }

    @Test
    void ofWheelsIsTheOneThatNoOtherRequires() throws Exception {
        Path wheels = Files.createDirectory(folder.resolve("wheels"));
        Sources.wheel(wheels.resolve("money-2.0-py3-none-any.whl"), "Name: money\nVersion: 2.0\n");
        Sources.wheel(wheels.resolve("shop_front-1.4.2-py3-none-any.whl"), SHOP);

        ParcelArtefact artefact = written(Draft.of(wheels));

        assertThat(artefact.contents().definition().name()).isEqualTo("shop-front");
        assertThat(artefact.contents().definition().version()).isEqualTo("1.4.2");
        assertThat(artefact.contents().definition().licence()).isEqualTo("MIT");
        assertThat(artefact.contents().definition().summary())
                .isEqualTo("Sells “things” for $5 @file@");
        assertThat(artefact.contents().files())
                .containsKeys(
                        "files/wheels/money-2.0-py3-none-any.whl",
                        "files/wheels/shop_front-1.4.2-py3-none-any.whl");
        assertThat(text(artefact, "templates/run.mustache")).contains("-m shop_front\n");
    }

    @Test
    void ofAWheelThatListens() throws Exception {
        Path wheel = Sources.wheel(folder.resolve("shop_front-1.4.2-py3-none-any.whl"), SHOP);
        Draft draft = Draft.of(wheel);

        ParcelArtefact artefact = written(draft.about(draft.subject().with("front", "2", 8000)));

        assertThat(artefact.descriptor().annotations()).containsValue("front:2");
        assertThat(text(artefact, "templates/run.mustache")).contains("export PORT=");
    }

    @Test
    void ofAJar() throws Exception {
        Path jar =
                Sources.jar(
                        folder.resolve("shop-3.0.0-SNAPSHOT.jar"),
                        "Manifest-Version: 1.0\r\nMain-Class: shop.Main\r\n\r\n");

        ParcelArtefact artefact = written(Draft.of(jar));

        assertThat(artefact.descriptor().annotations()).containsValue("shop:3.0.0-SNAPSHOT");
        assertThat(text(artefact, "changes/install.change"))
                .contains("source = files/shop-3.0.0-SNAPSHOT.jar");
    }

    @Test
    void ofAPackageOfNode() throws Exception {
        Path archive =
                Sources.npm(
                        folder.resolve("shop-1.2.3.tgz"),
                        "package/package.json",
                        """
                        {"name": "@acme/shop", "version": "1.2.3", "license": "ISC",
                         "main": "lib/index.js", "bin": {"shop": "./bin/shop.js"}}
                        """);

        ParcelArtefact artefact = written(Draft.of(archive));

        assertThat(artefact.descriptor().annotations()).containsValue("acme-shop:1.2.3");
        assertThat(text(artefact, "templates/run.mustache")).contains("package/./bin/shop.js'");
    }

    @Test
    void ofAListOfPackages() throws Exception {
        Path list = Files.writeString(folder.resolve("Tools.list"), "# ours\njq\nlibc6=2.36-9\n");
        Draft draft = Draft.of(list);

        ParcelArtefact artefact = written(draft);

        assertThat(draft.mayListen()).isFalse();
        assertThat(artefact.contents().definition().name()).isEqualTo("tools");
        assertThat(text(artefact, "changes/install.change"))
                .contains("packages = jq, libc6=2.36-9");
        assertThat(text(artefact, "changes/remove.change")).contains("packages = jq, libc6\n");
        assertThat(text(artefact, "tests/installed")).contains("for package in jq libc6; do");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026.01.05", "v1.2", "1.2.3.4", "1.0rc1", "", "latest", "00000"})
    void takesVersionsAsNearAsTheyComeToThoseOfParcels(String version) throws Exception {
        Path wheel =
                Sources.wheel(
                        folder.resolve("a-1-py3-none-any.whl"),
                        "Name: a\nVersion: " + version + "\n");

        List<String> known = List.of("2026.1.5", "1.2", "1.2.3", "1.0", "0.1.0", "0");
        assertThat(known).contains(Draft.of(wheel).subject().version());
    }

    @Test
    void isNeverWrittenOverWhatIsThere() throws Exception {
        Path there = Files.createDirectory(folder.resolve("there"));

        assertThatThrownBy(() -> Draft.empty("shop", 0).write(there))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(there).isEmptyDirectory();
    }

    @Test
    void saysWhatNothingCanBeMadeOf() throws Exception {
        List<Path> bad = new ArrayList<>();
        bad.add(folder.resolve("missing.jar"));
        bad.add(Files.createDirectory(folder.resolve("empty")));
        bad.add(Files.writeString(folder.resolve("text.whl"), "no archive"));
        bad.add(Sources.zip(folder.resolve("other.whl"), Map.of("a", "b")));
        bad.add(Files.writeString(folder.resolve("text.jar"), ""));
        bad.add(Sources.jar(folder.resolve("library.jar"), "Manifest-Version: 1.0\n"));
        bad.add(Files.writeString(folder.resolve("text.tgz"), "no archive"));
        Path whole = Sources.npm(folder.resolve("whole.tgz"), "package/other", "{}");
        bad.add(whole);
        bad.add(
                Files.write(
                        folder.resolve("cut.tgz"), Arrays.copyOf(Files.readAllBytes(whole), 12)));
        bad.add(Files.writeString(folder.resolve("none.txt"), "# nothing\n"));
        bad.add(Files.writeString(folder.resolve("prose.txt"), "Rm -rf /; echo\n"));
        bad.add(Files.writeString(folder.resolve("a b'.jar"), ""));

        assertThat(bad.stream().map(DraftTest::refusal))
                .containsExactly(
                        "missing.jar is not there",
                        "empty has no wheels in it",
                        "text.whl is no wheel: it has no METADATA",
                        "other.whl is no wheel: it has no METADATA",
                        "text.jar is no jar: it has no manifest",
                        "library.jar is not run by java -jar: its manifest names no Main-Class",
                        "text.tgz is no npm package: it has no package.json",
                        "whole.tgz is no npm package: it has no package.json",
                        "cut.tgz is no npm package: it has no package.json",
                        "none.txt" + NONE_OF_THESE,
                        "prose.txt" + NONE_OF_THESE,
                        "a b'.jar has a name that scripts cannot hold; rename it to letters, digits,"
                                + " . _ -");
    }

    private static String refusal(Path path) {
        try {
            return "taken: " + Draft.of(path);
        } catch (NoSource e) {
            return String.valueOf(e.getMessage()).replace(path.getParent() + "/", "");
        } catch (IOException e) {
            return e.toString();
        }
    }
}
