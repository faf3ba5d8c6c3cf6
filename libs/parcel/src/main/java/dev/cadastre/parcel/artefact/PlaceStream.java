package dev.cadastre.parcel.artefact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A part of a file that others read at the same time. Closing it closes nothing. For one thread.
 */
final class PlaceStream extends InputStream {

    private final FileChannel file;
    private long at;
    private long left;

    PlaceStream(FileChannel file, ArchiveListing.Place place) {
        this.file = file;
        this.at = place.at();
        this.left = place.size();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = file.read(ByteBuffer.wrap(into, from, (int) Math.min(most, left)), at);
        at += Math.max(read, 0);
        left -= Math.max(read, 0);
        return read;
    }
}
