package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.oci.Descriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A blob as it comes from a server, which may stop in the middle: then the rest is asked for. For
 * one thread.
 */
final class BlobDownload extends InputStream {

    /** So much has to come before a further break counts as the first one. */
    private static final long PROGRESS = 1 << 20;

    private final Exchange exchange;
    private final Call call;
    private final Descriptor blob;
    private long at;
    private long lastBreak;
    private int breaks;
    private @Nullable Answer answer;

    private BlobDownload(Exchange exchange, Call call, Descriptor blob, long from) {
        this.exchange = exchange;
        this.call = call;
        this.blob = blob;
        this.at = from;
        this.lastBreak = from;
    }

    static InputStream begin(Exchange exchange, Call call, Descriptor blob, long from)
            throws IOException {
        BlobDownload download = new BlobDownload(exchange, call, blob, from);
        try {
            download.ask();
        } catch (Ended e) {
            return InputStream.nullInputStream();
        }
        return download;
    }

    /** The server has no more of it, however much there should be. */
    private static final class Ended extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private Answer ask() throws IOException {
        Call ranged = at == 0 ? call : call.header("Range", "bytes=" + at + "-");
        Answer next = exchange.send(ranged);
        boolean isGood = false;
        try {
            require(next);
            answer = next;
            isGood = true;
            if (next.status() == 200) {
                next.stream().skipNBytes(at);
            }
        } finally {
            if (!isGood) {
                next.close();
            }
        }
        return next;
    }

    private void require(Answer next) throws IOException {
        if (next.status() == 404 && !next.isPage()) {
            throw new BlobMissing(blob.digest());
        }
        if (next.status() == 416 && at > 0) {
            throw new Ended();
        }
        if (next.status() != 200 && next.status() != 206) {
            throw Refusals.of(next);
        }
        if (next.isPage() && next.number("Content-Length").orElse(-1) != blob.size() - at) {
            next.requireNoPage();
        }
        if (next.status() == 206 && !isFrom(next)) {
            throw next.wrong("it answers another part of the blob than the one it was asked for");
        }
    }

    private boolean isFrom(Answer next) {
        return next.header("Content-Range").orElse("").startsWith("bytes " + at + "-");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        while (true) {
            try {
                int read = (answer == null ? ask() : answer).stream().read(into, from, most);
                if (read >= 0 || at >= blob.size()) {
                    at += Math.max(read, 0);
                    return read;
                }
                broken(new IOException("it ends after %d of %d bytes".formatted(at, blob.size())));
            } catch (Ended e) {
                return -1;
            } catch (RegistryRefused | BlobMissing | InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                broken(e);
            }
        }
    }

    private void broken(IOException e) throws IOException {
        close();
        breaks = at - lastBreak >= PROGRESS ? 1 : breaks + 1;
        lastBreak = at;
        if (breaks >= exchange.settings().patience().attempts()) {
            throw Sender.unreachable(call, e);
        }
        exchange.sender().pause(exchange.settings().patience().before(breaks));
    }

    @Override
    public void close() {
        if (answer != null) {
            answer.close();
            answer = null;
        }
    }
}
