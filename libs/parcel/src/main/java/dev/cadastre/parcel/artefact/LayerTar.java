package dev.cadastre.parcel.artefact;

import dev.cadastre.change.tar.TarWriter;
import dev.cadastre.parcel.folder.ParcelFile;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A layer's tar, made while it is read: no more than a header of it is in memory.
 *
 * @param files sorted by the bytes of their paths
 * @param contents how each is opened
 */
record LayerTar(List<ParcelFile> files, Contents contents) {

    /** How contents are opened, by path. */
    @FunctionalInterface
    interface Contents {
        InputStream open(String path) throws IOException;
    }

    LayerTar {
        files = List.copyOf(files);
    }

    /** Its bytes; reading fails where a content cannot be read. */
    InputStream open() {
        return new LayerStream(files.iterator(), contents);
    }

    /** Reads all of it once. */
    Descriptor descriptor(LayerKind kind) throws IOException {
        try (InputStream in = open()) {
            return Descriptor.of(kind.mediaType(), Digests.of(in), size());
        }
    }

    private long size() throws IOException {
        long size = LayerStream.bytes(TarWriter::end).length;
        for (ParcelFile file : files) {
            size += LayerStream.header(file).length + file.size();
            size += LayerStream.bytes(tar -> tar.pad(file.size())).length;
        }
        return size;
    }
}
