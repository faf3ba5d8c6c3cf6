package dev.cadastre.parcel.artefact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.LayoutFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParcelArtefactTest {

    @TempDir private Path scratch;

    private Path derived() throws IOException {
        Path folder = scratch.resolve("shop");
        Parcels.write(
                folder,
                "parcel.ini",
                """
                [parcel]
                name = shop
                version = 3
                summary = A shop
                licence = MIT
                base = python-site >= 1
                [needs]
                disk = 1G
                [test buys]
                arguments = ${workers} ${title}
                """
                        .getBytes(UTF_8),
                false);
        Parcels.write(
                folder,
                "parameters.schema.json",
                "{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\"}}}"
                        .getBytes(UTF_8),
                false);
        Parcels.write(folder, "docs/index.md", "# Shop".getBytes(UTF_8), false);
        Parcels.write(folder, "tests/buys", "#!/bin/sh".getBytes(UTF_8), true);
        Parcels.write(folder, "tests/old", "#!/bin/sh".getBytes(UTF_8), false);
        return folder;
    }

    private ParcelArtefact site() throws IOException {
        return Parcels.opened(Parcels.built("python-site"));
    }

    @Test
    void isKnownWithoutALayer() throws IOException {
        BuiltParcel built = Parcels.built("guestbook");
        MemoryBlobs blobs = MemoryBlobs.of(built);

        ParcelArtefact artefact =
                ParcelArtefact.open(blobs, built.manifest()).artefact().orElseThrow();

        assertThat(blobs.opened)
                .containsExactly(built.manifest().digest(), built.blobs().get(0).digest());
        assertThat(artefact.contents().definition().name()).isEqualTo("guestbook");
        assertThat(artefact.contents().definition().tests()).containsOnlyKeys("answers", "imports");
        assertThat(artefact.contents().schemas().get(0).names()).contains("http.port");
        assertThat(artefact.descriptor()).isEqualTo(built.manifest());
        assertThat(artefact.document("monitors.ini").orElseThrow()).startsWith("[monitor front]");
    }

    @Test
    void showsItsManualWithoutThePayload() throws IOException {
        BuiltParcel built = Parcels.built("guestbook");
        MemoryBlobs blobs = MemoryBlobs.of(built);
        blobs.contents.remove(built.blobs().get(2).digest());
        blobs.contents.remove(built.blobs().get(3).digest());
        ParcelArtefact artefact =
                ParcelArtefact.open(blobs, built.manifest()).artefact().orElseThrow();

        assertThat(artefact.read("docs/index.md", 100).map(text -> new String(text, UTF_8)))
                .contains("# Guestbook\nKeeps what visitors write.\n");
        assertThat(artefact.read("docs/absent.md", 100)).isEmpty();
        assertThatThrownBy(() -> artefact.read("docs/index.md", 38))
                .isInstanceOf(ArtefactRefused.class)
                .hasMessageContaining("[parcel.too-large]");
        artefact.unpackDocumentation(scratch.resolve("manual"));
        assertThat(Parcels.tree(scratch.resolve("manual"))).containsOnlyKeys("docs/index.md");
        assertThat(artefact.verify())
                .extracting(Problem::code)
                .containsExactly("parcel.blob-missing", "parcel.blob-missing");
    }

    @Test
    void isTheFolderAgain() throws IOException {
        ParcelArtefact artefact = Parcels.opened(Parcels.built("guestbook"));
        Path target = scratch.resolve("unpacked");
        artefact.unpack(target);
        Map<String, String> expected = Parcels.tree(Parcels.folder("guestbook"));
        expected.remove("LICENSE");

        assertThat(artefact.verify()).isEmpty();
        assertThat(Parcels.tree(target)).isEqualTo(expected);
        assertThat(Parcels.built(target, Bases.NONE).manifest()).isEqualTo(artefact.descriptor());
        assertThatThrownBy(() -> artefact.unpack(target))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void leavesNothingOfWhatIsRefused() throws IOException {
        BuiltParcel built = Parcels.built("guestbook");
        MemoryBlobs blobs = MemoryBlobs.of(built);
        byte[] files = Objects.requireNonNull(blobs.contents.get(built.blobs().get(3).digest()));
        files[600] ^= 1;
        ParcelArtefact artefact =
                ParcelArtefact.open(blobs, built.manifest()).artefact().orElseThrow();

        assertThatThrownBy(() -> artefact.unpack(scratch.resolve("unpacked")))
                .isInstanceOf(ArtefactRefused.class)
                .hasMessageContaining("[parcel.blob-altered]");
        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void liesInALayoutOrInOneFile() throws IOException {
        BuiltParcel built = Parcels.built("guestbook");
        LayoutFolder layout = LayoutFolder.openOrCreate(scratch.resolve("layout"));
        for (Descriptor blob : built.blobs()) {
            layout.put(built.open(blob), blob);
        }
        layout.put(built.open(built.manifest()), built.manifest());
        layout.add(built.manifest());
        Path file = scratch.resolve(ArchiveWriter.fileName(built.contents()));
        try (OutputStream out = Files.newOutputStream(file)) {
            ArchiveWriter.write(
                    out, layout, layout.index().find("guestbook:2.0.1").orElseThrow(), List.of());
        }

        assertThat(file).hasFileName("guestbook-2.0.1.parcel");
        try (ParcelArchive archive = ParcelArchive.open(file)) {
            assertThat(archive.parcel()).isEqualTo(built.manifest());
            assertThat(archive.has(built.blobs().get(1))).isTrue();
            ParcelArtefact artefact =
                    ParcelArtefact.open(archive, archive.parcel()).artefact().orElseThrow();
            assertThat(artefact.verify()).isEmpty();
            assertThat(artefact.read("files/logo.bin", 9)).isPresent();
        }
    }

    @Test
    void hasAllOfItsBase() throws IOException {
        ParcelArtefact site = site();
        BuiltParcel built = Parcels.built(derived(), Parcels.one(site));
        ParcelArtefact shop = Parcels.opened(built);

        assertThat(shop.verify()).isEmpty();
        assertThat(shop.contents().definition()).isEqualTo(built.contents().definition());
        assertThat(shop.contents().files()).isEqualTo(built.contents().files());
        assertThat(shop.contents().definition().needs())
                .containsOnlyKeys("memory", "disk", "runtime");
        assertThat(shop.contents().definition().requires()).containsOnlyKeys("database");
        assertThat(shop.contents().definition().provides()).containsOnlyKeys("shop", "wsgi");
        assertThat(shop.contents().definition().tests()).containsOnlyKeys("site", "buys");
        assertThat(shop.contents().schemas())
                .extracting(schema -> schema.names().toString())
                .containsExactly("[workers]", "[title]");
        assertThat(shop.manifest().layers().subList(0, 3)).isEqualTo(site.manifest().layers());
        assertThat(shop.read("docs/index.md", 100).map(text -> new String(text, UTF_8)))
                .contains("# Shop");
        shop.unpack(scratch.resolve("unpacked"));
        assertThat(Parcels.tree(scratch.resolve("unpacked")))
                .containsOnlyKeys(
                        "parcel.ini",
                        "parameters.schema.json",
                        "changes/install.change",
                        "docs/index.md",
                        "docs/more.md",
                        "files/site.py",
                        "tests/buys",
                        "tests/old",
                        "tests/site");
    }

    @Test
    void findsItsBaseOrSaysSo() throws IOException {
        assertThat(ParcelBuilder.build(derived(), Bases.NONE).problems())
                .extracting(Problem::code)
                .containsExactly("parcel.base-missing");
    }

    @Test
    void buildsOnEightBasesAndNotOnItself() throws IOException {
        ParcelArtefact below = Parcels.opened(Parcels.built("mini"));
        for (int i = 1; i <= 8; i++) {
            below = Parcels.opened(Parcels.built(on("level" + i, below), Parcels.one(below)));
        }
        assertThat(below.verify()).isEmpty();

        assertThat(ParcelBuilder.build(on("level9", below), Parcels.one(below)).problems())
                .extracting(Problem::code)
                .containsExactly("parcel.base-cycle");
        ParcelArtefact two = Parcels.opened(Parcels.built("mini"));
        assertThat(ParcelBuilder.build(on("mini", two), Parcels.one(two)).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "parcel.ini:6: error: mini builds on itself; call one of the two something else"
                                + " [parcel.base-cycle]");
    }

    private Path on(String name, ParcelArtefact base) throws IOException {
        Path folder = scratch.resolve("on-" + name);
        String text =
                "[parcel]\nname = %s\nversion = 1\nsummary = x\nlicence = MIT\nbase = %s\n"
                        .formatted(name, base.contents().definition().name());
        Parcels.write(folder, "parcel.ini", text.getBytes(UTF_8), false);
        Parcels.write(folder, "files/" + name, name.getBytes(UTF_8), false);
        return folder;
    }
}
