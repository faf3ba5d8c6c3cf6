package dev.cadastre.server.monitoring.series.file;

import java.io.IOException;
import java.net.URI;
import org.rrd4j.core.RrdBackend;
import org.rrd4j.core.RrdBackendAnnotation;
import org.rrd4j.core.RrdBackendFactory;

/** How rrd4j sees one open file. */
final class RoundRobinBackend extends RrdBackend {

    /** By which rrd4j calls each file; which one it is, the factory knows. */
    static final URI ADDRESS = URI.create("series:/file");

    private final StateAndRows file;
    private final boolean fresh;

    private RoundRobinBackend(StateAndRows file, boolean fresh) {
        super(ADDRESS.getPath());
        this.file = file;
        this.fresh = fresh;
    }

    /**
     * Gives the backend of one file.
     *
     * @param fresh whether rrd4j is to initialise the file
     */
    static RrdBackendFactory of(StateAndRows file, boolean fresh) {
        return new Factory(new RoundRobinBackend(file, fresh));
    }

    @Override
    protected void write(long offset, byte[] bytes) throws IOException {
        int place = requireState(offset);
        file.state().put(place, bytes);
    }

    @Override
    protected void read(long offset, byte[] bytes) throws IOException {
        file.state().get(requireState(offset), bytes);
    }

    @Override
    protected void writeInt(long offset, int value) throws IOException {
        file.state().putInt(requireState(offset), value);
    }

    @Override
    protected int readInt(long offset) throws IOException {
        return file.state().getInt(requireState(offset));
    }

    @Override
    protected void writeLong(long offset, long value) throws IOException {
        file.state().putLong(requireState(offset), value);
    }

    @Override
    protected long readLong(long offset) throws IOException {
        return file.state().getLong(requireState(offset));
    }

    @Override
    protected void writeDouble(long offset, double value) throws IOException {
        long place = file.layout().place(offset);
        if (place < 0) {
            file.state().putDouble((int) (-1 - place), value);
        } else {
            file.setRow(place, value);
        }
    }

    /** Of a fresh file nothing is written, since what is not there reads as NaN. */
    @Override
    protected void writeDouble(long offset, double value, int count) throws IOException {
        if (fresh && Double.isNaN(value)) {
            return;
        }
        for (int i = 0; i < count; i++) {
            writeDouble(offset + (long) i * Double.BYTES, value);
        }
    }

    @Override
    protected double readDouble(long offset) throws IOException {
        long place = file.layout().place(offset);
        return place < 0 ? file.state().getDouble((int) (-1 - place)) : file.row(place);
    }

    private int requireState(long offset) throws BrokenFile {
        long place = file.layout().place(offset);
        if (place >= 0) {
            throw new BrokenFile("rows are where rrd4j wants its state");
        }
        return (int) (-1 - place);
    }

    @Override
    public long getLength() {
        return file.layout().seenSize();
    }

    @Override
    protected void setLength(long length) throws IOException {
        if (length != file.layout().seenSize()) {
            throw new BrokenFile(
                    "rrd4j wants %d bytes where there are %d".formatted(length, getLength()));
        }
    }

    /** The file is closed by who opened it. */
    @Override
    protected void close() {}

    /** Of one file: nobody else writes to it while it is open, so that rrd4j may remember. */
    @RrdBackendAnnotation(
            name = "SERIES",
            scheme = "series",
            cachingAllowed = true,
            shouldValidateHeader = false)
    private static final class Factory extends RrdBackendFactory {

        private final RoundRobinBackend backend;

        Factory(RoundRobinBackend backend) {
            this.backend = backend;
        }

        @Override
        public boolean canStore(URI uri) {
            return true;
        }

        @Override
        public URI getCanonicalUri(URI uri) {
            return uri;
        }

        @Override
        public String getPath(URI uri) {
            return uri.getPath();
        }

        @Override
        protected RrdBackend open(String path, boolean readOnly) {
            return backend;
        }

        @Override
        protected boolean exists(String path) {
            return true;
        }
    }
}
