package dev.cadastre.change.tar;

import static dev.cadastre.change.tar.TarHeader.BLOCK;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a tar archive from one end to the other: ustar, GNU's and pax. Whatever different tars
 * would understand differently is refused: sizes that contradict each other, links with content,
 * sums that are wrong, and anything after the end. Keeps no more than one header in memory. For one
 * thread.
 */
public final class TarReader {

    /** Long names are far below. */
    private static final int MOST_HEADER_BYTES = 1 << 20;

    private final InputStream in;
    private long left;
    private int padding;

    /** Reads from there; the stream is not closed. */
    public TarReader(InputStream in) {
        this.in = in;
    }

    /**
     * Moves to the next entry; what is left of the one before is passed over.
     *
     * @return empty at the end, which is read to the end of the stream
     * @throws TarProblem if it is no archive that is read
     */
    public Optional<TarEntry> next() throws IOException {
        Map<String, String> longer = new HashMap<>();
        while (true) {
            pass();
            TarHeader header = new TarHeader(block());
            if (header.isEnd()) {
                end(longer);
                return Optional.empty();
            }
            begin(header);
            if (!isAboutNext(header, longer)) {
                return Optional.of(entry(header, longer));
            }
        }
    }

    private void pass() throws IOException {
        long rest = left + padding;
        while (rest > 0) {
            long skipped = in.read(new byte[(int) Math.min(rest, 1 << 16)]);
            if (skipped < 0) {
                throw cutOff();
            }
            rest -= skipped;
        }
        left = 0;
        padding = 0;
    }

    private byte[] block() throws IOException {
        byte[] block = in.readNBytes(BLOCK);
        if (block.length < BLOCK) {
            throw cutOff();
        }
        return block;
    }

    private static TarProblem cutOff() {
        return new TarProblem(TarProblem.Kind.CUT_OFF, "it is cut off, or no tar archive");
    }

    private static TarProblem broken(String message) {
        return new TarProblem(TarProblem.Kind.BROKEN, message);
    }

    /** Some tars go on after an end, and would find there what others do not see. */
    private void end(Map<String, String> longer) throws IOException {
        if (!longer.isEmpty()) {
            throw broken("it ends with the header of an entry that is missing");
        }
        byte[] some = new byte[1 << 16];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            for (int i = 0; i < read; i++) {
                if (some[i] != 0) {
                    throw broken("something follows its end");
                }
            }
        }
    }

    private void begin(TarHeader header) throws TarProblem {
        if (!header.isWhole()) {
            throw broken("it is broken, or no tar archive: the sum of a header is wrong");
        }
        if (header.size() < 0) {
            throw broken("the size of " + header.name() + " is not in octal digits");
        }
        left = header.size();
        padding = (int) ((BLOCK - left % BLOCK) % BLOCK);
    }

    private boolean isAboutNext(TarHeader header, Map<String, String> longer) throws IOException {
        switch (header.type()) {
            case 'L' -> longer.putIfAbsent("path", TarHeader.text(all()));
            case 'K' -> longer.putIfAbsent("linkpath", TarHeader.text(all()));
            case 'x' -> longer.putAll(PaxRecords.read(all()));
            case 'g' -> {
                Map<String, String> forAll = PaxRecords.read(all());
                if (forAll.containsKey("path")
                        || forAll.containsKey("linkpath")
                        || forAll.containsKey("size")) {
                    throw broken("it gives one path or size to all of its entries");
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private byte[] all() throws IOException {
        if (left > MOST_HEADER_BYTES) {
            throw broken("a header of it is longer than " + MOST_HEADER_BYTES + " bytes");
        }
        return content().readAllBytes();
    }

    private TarEntry entry(TarHeader header, Map<String, String> longer) throws TarProblem {
        String name = longer.getOrDefault("path", header.name());
        TarEntry.Kind kind = kind(header, name);
        String size = longer.get("size");
        boolean hasContent = kind == TarEntry.Kind.FILE || kind == TarEntry.Kind.OTHER;
        boolean isOtherwise = size != null && !size.equals(Long.toString(left));
        if (isOtherwise || (!hasContent && left > 0)) {
            throw broken("it says two things about the size of " + name);
        }
        boolean isLink = kind == TarEntry.Kind.LINK || kind == TarEntry.Kind.HARD_LINK;
        return new TarEntry(
                name,
                header.name(),
                kind,
                isLink ? longer.getOrDefault("linkpath", header.link()) : "",
                header.isExecutable(),
                left);
    }

    private static TarEntry.Kind kind(TarHeader header, String name) throws TarProblem {
        return switch (header.type()) {
            case '0', '7', '\0' -> name.endsWith("/") ? TarEntry.Kind.FOLDER : TarEntry.Kind.FILE;
            case '5' -> TarEntry.Kind.FOLDER;
            case '2' -> TarEntry.Kind.LINK;
            case '1' -> TarEntry.Kind.HARD_LINK;
            case '3', '4', '6' -> TarEntry.Kind.DEVICE;
            case 'S' -> throw sparse(name);
            default -> TarEntry.Kind.OTHER;
        };
    }

    static TarProblem sparse(String name) {
        return new TarProblem(TarProblem.Kind.SPARSE, "a file in it has holes (sparse): " + name);
    }

    /** The content of the entry, to its end. Reading it tells if the archive is cut off there. */
    public InputStream content() {
        return new InputStream() {
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
                int read = in.read(into, from, (int) Math.min(most, left));
                if (read < 0) {
                    throw cutOff();
                }
                left -= read;
                return read;
            }
        };
    }
}
