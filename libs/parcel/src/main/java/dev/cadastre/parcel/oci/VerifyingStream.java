package dev.cadastre.parcel.oci;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * What a descriptor states, or an error: counts and digests what is read, and fails with {@link
 * BlobAltered} as soon as there is more than stated, and in place of the end where something else
 * was read. Who stops before the end has verified nothing. For one thread.
 */
public final class VerifyingStream extends InputStream {

    private final InputStream in;
    private final Descriptor blob;
    private final MessageDigest digest;
    private long count;
    private boolean ended;
    private @Nullable BlobAltered failure;

    /** Reads from there; closing it closes that. */
    public VerifyingStream(InputStream in, Descriptor blob) {
        this(in, blob, Digests.sha256(), 0);
    }

    /**
     * Goes on with a blob that was read in part.
     *
     * @param digest of the bytes before, and from now on this stream's
     * @param count how many these were
     */
    public VerifyingStream(InputStream in, Descriptor blob, MessageDigest digest, long count) {
        this.in = in;
        this.blob = blob;
        this.digest = digest;
        this.count = count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (ended || most == 0) {
            return ended ? -1 : 0;
        }
        int read = in.read(into, from, most);
        count += Math.max(read, 0);
        if (count > blob.size()) {
            throw failed(BlobAltered.longer(blob));
        }
        if (read < 0) {
            requireWhole();
            ended = true;
        } else {
            digest.update(into, from, read);
        }
        return read;
    }

    private void requireWhole() throws BlobAltered {
        if (count < blob.size()) {
            throw failed(BlobAltered.shorter(blob, count));
        }
        String read = Digests.written(digest.digest());
        if (!read.equals(blob.digest())) {
            throw failed(BlobAltered.other(blob, read));
        }
    }

    /** Whoever reads on must not find an end. */
    private BlobAltered failed(BlobAltered altered) {
        failure = altered;
        return altered;
    }

    /** How much was read so far, with what was read before. */
    public long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
