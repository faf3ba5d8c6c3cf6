package dev.cadastre.parcel.artefact;

import dev.cadastre.change.tar.TarWriter;
import dev.cadastre.parcel.folder.ParcelFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The bytes of a layer, made one after the other while they are read. For one thread. */
final class LayerStream extends InputStream {

    /** A header, a content, or what is behind it. */
    @FunctionalInterface
    private interface Part {
        InputStream open() throws IOException;
    }

    /** What writes into a tar. */
    @FunctionalInterface
    interface Writing {
        void write(TarWriter tar) throws IOException;
    }

    private final Iterator<ParcelFile> files;
    private final LayerTar.Contents contents;
    private final Deque<Part> parts = new ArrayDeque<>();
    private InputStream current = InputStream.nullInputStream();
    private boolean isEnding;

    LayerStream(Iterator<ParcelFile> files, LayerTar.Contents contents) {
        this.files = files;
        this.contents = contents;
    }

    /** What a tar has of something. */
    static byte[] bytes(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.write(new TarWriter(out));
        return out.toByteArray();
    }

    static byte[] header(ParcelFile file) throws IOException {
        return bytes(tar -> tar.begin(file.path(), file.executable(), file.size()));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = current.read(into, from, most);
        while (read < 0 && advance()) {
            read = current.read(into, from, most);
        }
        return read;
    }

    private boolean advance() throws IOException {
        if (parts.isEmpty()) {
            more();
        }
        Part next = parts.poll();
        if (next == null) {
            return false;
        }
        current.close();
        current = next.open();
        return true;
    }

    private void more() {
        if (files.hasNext()) {
            ParcelFile file = files.next();
            parts.add(() -> new ByteArrayInputStream(header(file)));
            parts.add(() -> contents.open(file.path()));
            parts.add(() -> new ByteArrayInputStream(bytes(tar -> tar.pad(file.size()))));
        } else if (!isEnding) {
            isEnding = true;
            parts.add(() -> new ByteArrayInputStream(bytes(TarWriter::end)));
        }
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
