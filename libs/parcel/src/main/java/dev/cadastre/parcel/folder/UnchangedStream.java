package dev.cadastre.parcel.folder;

import dev.cadastre.parcel.oci.BlobAltered;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.VerifyingStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Says by its path which file is no longer what it was. For one thread. */
final class UnchangedStream extends FilterInputStream {

    private final String path;

    UnchangedStream(InputStream in, ParcelFile file) {
        super(new VerifyingStream(in, Descriptor.of("", file.digest(), file.size())));
        this.path = file.path();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        try {
            return super.read(into, from, most);
        } catch (BlobAltered e) {
            throw new IOException(
                    path + " was changed since the parcel's folder was read; build it again", e);
        }
    }
}
