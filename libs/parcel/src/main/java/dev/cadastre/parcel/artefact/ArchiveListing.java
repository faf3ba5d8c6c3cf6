package dev.cadastre.parcel.artefact;

import dev.cadastre.change.tar.TarWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what is where in a parcel's file. Its tar is written in one way only, so that each header
 * is compared with the one that there must be. For one file.
 */
final class ArchiveListing {

    static final int MOST_BYTES_OF_INDEX = 4 << 20;

    private static final int BLOCK = 512;
    private static final int MOST_ENTRIES = 10_000;
    private static final Pattern NAME =
            Pattern.compile("oci-layout|index\\.json|blobs/sha256/[0-9a-f]{64}");
    private static final Pattern SIZE = Pattern.compile("[0-7]{11}");

    /**
     * Where something is in the file.
     *
     * @param at its first byte
     * @param size in bytes
     */
    record Place(long at, long size) {}

    private final FileChannel file;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private long at;

    ArchiveListing(FileChannel file) {
        this.file = file;
    }

    /** All that is in it, in its order. */
    Map<String, Place> read() throws IOException {
        byte[] header = block(BLOCK);
        while (!Arrays.equals(header, new byte[BLOCK])) {
            entry(header);
            header = block(BLOCK);
        }
        if (!Arrays.equals(block(BLOCK), header) || at != file.size()) {
            throw ParcelArchive.broken("something follows its end, or it has none");
        }
        return places;
    }

    private byte[] block(int size) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(size);
        while (block.hasRemaining()) {
            int read = file.read(block, at);
            if (read < 0) {
                throw ParcelArchive.broken("it is cut off, or no parcel");
            }
            at += read;
        }
        return block.array();
    }

    private void entry(byte[] header) throws IOException {
        String name = text(header, 0, 100);
        String size = text(header, 124, 11);
        Matcher digits = SIZE.matcher(size);
        if (!NAME.matcher(name).matches() || !digits.matches()) {
            throw ParcelArchive.broken("it has an entry that no parcel has");
        }
        Place place = new Place(at, Long.parseLong(size, 8));
        byte[] expected = LayerStream.bytes(tar -> tar.begin(name, false, place.size()));
        if (!Arrays.equals(header, expected)) {
            throw ParcelArchive.broken("it has a header that no parcel has");
        }
        if (places.size() == MOST_ENTRIES || places.put(name, place) != null) {
            throw ParcelArchive.broken("it has an entry twice, or too many of them");
        }
        pass(place);
    }

    private void pass(Place place) throws IOException {
        at += place.size();
        byte[] padding = LayerStream.bytes((TarWriter tar) -> tar.pad(place.size()));
        if (!Arrays.equals(block(padding.length), padding)) {
            throw ParcelArchive.broken("something stands between its entries");
        }
    }

    private static String text(byte[] header, int from, int most) {
        int end = from;
        while (end < from + most && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.US_ASCII);
    }
}
