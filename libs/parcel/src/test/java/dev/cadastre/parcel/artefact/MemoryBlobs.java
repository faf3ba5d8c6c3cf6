package dev.cadastre.parcel.artefact;

import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Digests;
import dev.cadastre.parcel.oci.VerifyingStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Blobs that are kept in memory, right or wrong, and a note of what was opened. */
final class MemoryBlobs implements Blobs {

    final Map<String, byte[]> contents = new HashMap<>();
    final List<String> opened = new ArrayList<>();

    /** All of another. */
    static MemoryBlobs of(BuiltParcel parcel) throws IOException {
        MemoryBlobs blobs = new MemoryBlobs();
        blobs.copy(parcel, parcel.manifest());
        for (Descriptor blob : parcel.blobs()) {
            blobs.copy(parcel, blob);
        }
        return blobs;
    }

    private void copy(Blobs from, Descriptor blob) throws IOException {
        contents.put(blob.digest(), from.read(blob, Integer.MAX_VALUE));
    }

    Descriptor put(String mediaType, byte[] content) {
        String digest = Digests.of(content);
        contents.put(digest, content);
        return Descriptor.of(mediaType, digest, content.length);
    }

    @Override
    public boolean has(Descriptor blob) {
        return contents.containsKey(blob.digest());
    }

    @Override
    public InputStream open(Descriptor blob) throws IOException {
        byte[] content = contents.get(blob.digest());
        if (content == null) {
            throw new BlobMissing(blob.digest());
        }
        opened.add(blob.digest());
        return new VerifyingStream(new ByteArrayInputStream(content), blob);
    }
}
