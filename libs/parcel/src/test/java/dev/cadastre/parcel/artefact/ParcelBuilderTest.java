package dev.cadastre.parcel.artefact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Digests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParcelBuilderTest {

    @TempDir private Path scratch;

    private static byte[] archive(BuiltParcel parcel) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveWriter.write(out, parcel, parcel.manifest(), List.of());
        return out.toByteArray();
    }

    private static String text(BuiltParcel parcel, Descriptor blob) throws IOException {
        return new String(parcel.read(blob, 1 << 20), UTF_8);
    }

    @Test
    void makesTheSameBytesWhereverAndWheneverItIsDone() throws IOException {
        Path one = Parcels.copy(Parcels.folder("guestbook"), scratch.resolve("one"), false);
        Path two = Parcels.copy(Parcels.folder("guestbook"), scratch.resolve("a/b c/two"), true);
        Files.setLastModifiedTime(two.resolve("parcel.ini"), FileTime.fromMillis(0));
        Files.setPosixFilePermissions(
                two.resolve("docs/index.md"), PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setPosixFilePermissions(
                two.resolve("tests/answers"), PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(two.resolve("files/empty"));
        Files.writeString(two.resolve("README"), "no part of it");

        assertThat(archive(Parcels.built(two, Bases.NONE)))
                .isEqualTo(archive(Parcels.built(one, Bases.NONE)));
    }

    @Test
    void makesTheBytesThatItAlwaysMade() throws IOException {
        assertThat(Parcels.built("mini").manifest().digest())
                .isEqualTo(
                        "sha256:782b55e3d1e315884a3d40faa2aef2f833cb7e23ab6f97a4c5516bc8274384a5");
        assertThat(Parcels.built("guestbook").manifest().digest())
                .isEqualTo(
                        "sha256:bfe52fb14c3759cbd50af9f0fb1836fdc752572789945d4d52bbd3d7e0caf14c");
        assertThat(Digests.of(archive(Parcels.built("mini"))))
                .isEqualTo(
                        "sha256:9adeff2cec7f2759fe6c7a5a4e96ef99d69019f552d4c0422b9ddbcac1989457");
    }

    @Test
    void writesTheManifestOfTheFormat() throws IOException {
        BuiltParcel mini = Parcels.built("mini");
        List<Descriptor> blobs = mini.blobs();

        assertThat(text(mini, mini.manifest()))
                .isEqualTo(
                        ("{'annotations':{'dev.cadastre.parcel.provides':'mini 1',"
                                        + "'org.opencontainers.image.description':'The least that is"
                                        + " a parcel','org.opencontainers.image.licenses':'0BSD',"
                                        + "'org.opencontainers.image.title':'mini',"
                                        + "'org.opencontainers.image.version':'1'},"
                                        + "'artifactType':'application/vnd.cadastre.parcel.v1',"
                                        + "'config':%s,'layers':[%s,%s],"
                                        + "'mediaType':'application/vnd.oci.image.manifest.v1+json',"
                                        + "'schemaVersion':2}")
                                .formatted(blobs.stream().map(ParcelBuilderTest::json).toArray())
                                .replace('\'', '"'));
        assertThat(blobs)
                .extracting(Descriptor::mediaType)
                .containsExactly(
                        "application/vnd.cadastre.parcel.config.v1+json",
                        "application/vnd.cadastre.parcel.docs.v1.tar",
                        "application/vnd.cadastre.parcel.changes.v1.tar");
        assertThat(mini.manifest().annotations())
                .containsEntry("org.opencontainers.image.ref.name", "mini:1")
                .containsEntry("dev.cadastre.parcel.provides", "mini 1");
    }

    private static String json(Descriptor blob) {
        return "{'digest':'%s','mediaType':'%s','size':%d}"
                .formatted(blob.digest(), blob.mediaType(), blob.size());
    }

    @Test
    void tellsAllInTheConfig() throws IOException {
        BuiltParcel guestbook = Parcels.built("guestbook");

        assertThat(text(guestbook, guestbook.blobs().get(0)))
                .startsWith("{\"documents\":{\"monitors.ini\":\"[monitor front]\\nkind = http\\n")
                .contains(
                        "\"files\":[{\"digest\":\"sha256:",
                        "\"executable\":true,\"layer\":1,\"path\":\"tests/answers\",\"size\":36}")
                .endsWith(
                        "\"format\":1,\"licence\":\"Apache-2.0\",\"name\":\"guestbook\","
                                + "\"owner\":\"payments\",\"provides\":[{\"name\":\"guestbook\","
                                + "\"version\":\"2.0.1\"},{\"name\":\"http\",\"version\":\"2.0.1\"}],"
                                + "\"requires\":[{\"binding\":\"cache\",\"name\":\"redis\","
                                + "\"optional\":true,\"range\":\">=6 <8\"},{\"binding\":\"database\","
                                + "\"name\":\"postgresql\",\"optional\":false,\"range\":\">=13\"}],"
                                + "\"summary\":\"A guestbook that keeps what its visitors write\","
                                + "\"version\":\"2.0.1\"}");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() throws IOException {
        Path folder = Parcels.copy(Parcels.folder("guestbook"), scratch.resolve("bad"), false);
        Files.delete(folder.resolve("docs/index.md"));
        Files.delete(folder.resolve("changes/install.change"));
        Files.delete(folder.resolve("tests/answers"));
        Files.writeString(folder.resolve("stray"), "x");
        Files.writeString(folder.resolve("files/a\\b"), "x");
        Files.writeString(
                folder.resolve("monitors.ini"), "[monitor x]\nkind = http\nurl = ${htp.port}\n");
        Files.writeString(
                folder.resolve("parameters.schema.json"),
                """
                {"type": "object", "properties": {
                  "http.port": {"type": "integer"},
                  "x": {"type": "string", "from": "requirement:absent.host"}}}
                """);

        ParcelBuilding building = ParcelBuilder.build(folder, Bases.NONE);

        assertThat(building.parcel()).isEmpty();
        assertThat(building.problems())
                .extracting(Problem::code)
                .contains("parcel.top-unknown", "parcel.file-name", "parcel.reference-unknown");
        Files.delete(folder.resolve("stray"));
        Files.delete(folder.resolve("files/a\\b"));
        assertThat(ParcelBuilder.build(folder, Bases.NONE).problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        "parcel.docs-missing",
                        "parcel.change-missing",
                        "parcel.test-missing",
                        "parcel.reference-unknown");
        Files.writeString(folder.resolve("monitors.ini"), "");
        Files.writeString(folder.resolve("docs/index.md"), "");
        Parcels.write(folder, "tests/answers", new byte[0], true);
        Files.writeString(folder.resolve("changes/install.change"), "");
        assertThat(ParcelBuilder.build(folder, Bases.NONE).problems())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith("parameters.schema.json:3")
                .endsWith("[parcel.parameter-from]");
    }

    @Test
    void needsADefinition() throws IOException {
        Path folder = Files.createDirectory(scratch.resolve("empty"));

        assertThat(ParcelBuilder.build(folder, Bases.NONE).problems())
                .extracting(Problem::code)
                .containsExactly("parcel.definition-missing", "parcel.docs-missing");
    }

    @Test
    void refusesAFolderThatIsChangedMeanwhile() throws IOException {
        Path folder = Parcels.copy(Parcels.folder("mini"), scratch.resolve("changing"), false);
        BuiltParcel built = Parcels.built(folder, Bases.NONE);
        Files.writeString(folder.resolve("docs/index.md"), "# Mono\n");

        assertThatThrownBy(() -> archive(built))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("docs/index.md was changed since");
    }

    @Test
    void keepsNoPayloadInMemory() throws IOException {
        Path folder = Parcels.copy(Parcels.folder("mini"), scratch.resolve("large"), false);
        byte[] some = new byte[1 << 20];
        Path large = Files.createDirectory(folder.resolve("files")).resolve("large");
        for (int i = 0; i < 100; i++) {
            Files.write(large, some, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        BuiltParcel built = Parcels.built(folder, Bases.NONE);
        Descriptor layer = built.blobs().get(3);

        assertThat(layer.size()).isEqualTo(512 + (100L << 20) + 1024);
        try (InputStream in = built.open(layer)) {
            assertThat(Digests.of(in)).isEqualTo(layer.digest());
        }
    }
}
