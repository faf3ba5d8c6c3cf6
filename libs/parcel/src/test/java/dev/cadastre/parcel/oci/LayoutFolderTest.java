package dev.cadastre.parcel.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutFolderTest {

    private static final byte[] CONTENT = "a blob".getBytes(StandardCharsets.UTF_8);
    private static final Descriptor BLOB =
            Descriptor.of("text/plain", Digests.of(CONTENT), CONTENT.length);

    @TempDir private Path folder;
    private Path path = Path.of("");

    @BeforeEach
    void choose() {
        path = folder.resolve("above/layout");
    }

    private Path blobFile() {
        return path.resolve("blobs/sha256").resolve(BLOB.hex());
    }

    private static Descriptor named(String name) {
        return new Descriptor(
                Manifest.MEDIA_TYPE,
                Digests.of(name.getBytes(StandardCharsets.UTF_8)),
                1,
                "",
                Map.of(ImageIndex.REF_NAME, name));
    }

    @Test
    void keepsBlobsAndManifests() throws Exception {
        LayoutFolder layout = LayoutFolder.openOrCreate(path);
        layout.put(CONTENT, BLOB);
        layout.add(named("a:1"));

        LayoutFolder again = LayoutFolder.open(path);
        assertThat(again.has(BLOB)).isTrue();
        assertThat(again.read(BLOB, 100)).isEqualTo(CONTENT);
        assertThat(again.index().manifests()).containsExactly(named("a:1"));
        assertThat(path.resolve("oci-layout")).hasContent("{\"imageLayoutVersion\":\"1.0.0\"}");
        assertThat(LayoutFolder.openOrCreate(path).index().manifests()).hasSize(1);
    }

    @Test
    void takesNoOtherContent() throws Exception {
        LayoutFolder layout = LayoutFolder.openOrCreate(path);

        for (String other : List.of("b blob", "a blob and more", "a")) {
            byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> layout.put(bytes, BLOB)).isInstanceOf(BlobAltered.class);
            assertThatThrownBy(() -> layout.put(new ByteArrayInputStream(bytes), BLOB))
                    .isInstanceOf(BlobAltered.class);
        }

        assertThat(layout.has(BLOB)).isFalse();
        assertThatThrownBy(() -> layout.open(BLOB)).isInstanceOf(BlobMissing.class);
        layout.put(CONTENT, BLOB);
        assertThat(layout.read(BLOB, 100)).isEqualTo(CONTENT);
    }

    @Test
    void goesOnWithWhatCame() throws Exception {
        LayoutFolder layout = LayoutFolder.openOrCreate(path);
        try (IncomingBlob first = layout.incoming(BLOB)) {
            first.write(CONTENT, 0, 2);
        }

        try (IncomingBlob second = LayoutFolder.open(path).incoming(BLOB)) {
            assertThat(second.count()).isEqualTo(2);
            second.write(CONTENT, 2, 4);
            second.finish();
        }

        assertThat(layout.read(BLOB, 100)).isEqualTo(CONTENT);
    }

    @Test
    void beginsAnewAfterAContentThatWasWrong() throws Exception {
        LayoutFolder layout = LayoutFolder.openOrCreate(path);
        try (IncomingBlob wrong = layout.incoming(BLOB)) {
            wrong.write(new byte[6], 0, 6);
            assertThatThrownBy(wrong::finish).isInstanceOf(BlobAltered.class);
        }

        try (IncomingBlob next = layout.incoming(BLOB)) {
            assertThat(next.count()).isZero();
        }
    }

    @Test
    void letsTwoWriteTheSameBlob() throws Exception {
        LayoutFolder layout = LayoutFolder.openOrCreate(path);
        try (IncomingBlob first = layout.incoming(BLOB);
                IncomingBlob second = layout.incoming(BLOB)) {
            first.write(CONTENT, 0, 3);
            second.write(CONTENT, 0, 6);
            second.finish();
            first.write(CONTENT, 3, 3);
            first.finish();
        }

        assertThat(layout.read(BLOB, 100)).isEqualTo(CONTENT);
        try (var left = Files.list(path.resolve(".incoming"))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactly("index.lock");
        }
    }

    @Test
    void losesNoManifestOfAnybody() throws Exception {
        LayoutFolder.openOrCreate(path);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String name = "a:" + i;
                all.add(
                        threads.submit(() -> {
                            LayoutFolder.openOrCreate(path).add(named(name));
                            return name;
                        }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(LayoutFolder.open(path).index().manifests()).hasSize(40);
    }

    @Test
    void followsNoLinkOfABlob() throws Exception {
        LayoutFolder layout = LayoutFolder.openOrCreate(path);
        layout.put(CONTENT, BLOB);
        Path outside = Files.write(folder.resolve("outside"), CONTENT);
        Files.delete(blobFile());
        Files.createSymbolicLink(blobFile(), outside);

        assertThat(layout.has(BLOB)).isFalse();
        assertThatThrownBy(() -> layout.open(BLOB)).isInstanceOf(BlobMissing.class);
    }

    @Test
    void followsNoLinkOfAFolder() throws Exception {
        LayoutFolder layout = LayoutFolder.openOrCreate(path);
        Path outside = Files.createDirectories(folder.resolve("outside/sha256"));
        Files.createSymbolicLink(path.resolve("blobs"), outside.getParent());

        assertThatThrownBy(() -> layout.put(CONTENT, BLOB))
                .isInstanceOf(NoLayout.class)
                .hasMessageContaining("blobs is a link");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void saysWhatIsNoLayout() throws IOException {
        assertThatThrownBy(() -> LayoutFolder.open(path)).hasMessageContaining("no such folder");
        Files.createDirectories(path);
        assertThatThrownBy(() -> LayoutFolder.open(path)).hasMessageContaining("oci-layout");
        Files.writeString(path.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> LayoutFolder.openOrCreate(path))
                .hasMessageContaining("name an empty folder");
        Files.writeString(path.resolve("oci-layout"), "{\"imageLayoutVersion\":\"2.0.0\"}");
        assertThatThrownBy(() -> LayoutFolder.open(path)).hasMessageContaining("of version 1.0.0");
        Files.writeString(path.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        Files.writeString(path.resolve("index.json"), "[]");
        assertThatThrownBy(() -> LayoutFolder.open(path).index())
                .isInstanceOf(NoLayout.class)
                .hasMessageContaining("is no object");
    }

    @Test
    void readsNoMoreThanIsWanted() throws Exception {
        LayoutFolder layout = LayoutFolder.openOrCreate(path);
        layout.put(CONTENT, BLOB);

        assertThatThrownBy(() -> layout.read(BLOB, 5)).isInstanceOf(BlobTooLarge.class);
    }

    @Test
    void takesManifestsOutOfTheIndexAndDeletesBlobs() throws Exception {
        LayoutFolder layout = LayoutFolder.openOrCreate(path);
        assertThat(layout.digests()).isEmpty();
        layout.put(CONTENT, BLOB);
        layout.addAll(List.of(named("a:1"), named("b:1")));
        Files.writeString(path.resolve("blobs/sha256/notes.txt"), "by hand");

        layout.removeAll(List.of(named("a:1").digest(), "sha256:none"));

        assertThat(layout.index().manifests()).containsExactly(named("b:1"));
        assertThat(layout.digests()).containsExactly(BLOB.digest());
        layout.delete(BLOB.digest());
        layout.delete(BLOB.digest());
        assertThat(layout.has(BLOB)).isFalse();
        assertThatThrownBy(() -> layout.delete("../index.json"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void forgetsWhatArrivedInPart() throws Exception {
        LayoutFolder layout = LayoutFolder.openOrCreate(path);
        try (IncomingBlob part = layout.incoming(BLOB)) {
            part.write(CONTENT, 0, 2);
        }

        layout.forgetIncoming();

        try (IncomingBlob part = layout.incoming(BLOB)) {
            assertThat(part.count()).isZero();
        }
    }
}
