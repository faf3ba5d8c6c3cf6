package dev.cadastre.server.monitoring.series.file;

import dev.cadastre.server.monitoring.series.archive.ArchivePlan.Archive;

/**
 * Where in a file is what rrd4j believes to be elsewhere. To rrd4j each archive's state stands
 * before its rows, all over the file. Here all that changes with each update stands together, twice
 * in turns, so that an update is two or three small writes, and one that is broken off leaves the
 * state of before. The rows follow.
 */
final class FileLayout {

    private static final int HEADER = 64;
    private static final int COLUMN = 128;
    private static final int ARCHIVE = 56;
    private static final int ARCHIVE_COLUMN = 20;
    private static final int SECTOR = 512;
    private static final int PAGE = 4_096;

    /** A number that grows by each writing, and a checksum. */
    static final int SLOT_PREFIX = 12;

    private final FileHead head;
    private final byte[] headBytes;
    private final long[] rowsAt;
    private final long[] rowsEnd;
    private final long firstSlot;
    private final int slotSize;
    private final long firstRows;
    private final int stateSize;
    private final long rowsSize;

    FileLayout(FileHead head) {
        this.head = head;
        headBytes = head.bytes();
        int columns = head.columns().size();
        int regions = head.plan().archives().stream().mapToInt(FileLayout::regions).sum();
        rowsAt = new long[regions];
        rowsEnd = new long[regions];
        int region = 0;
        long position = HEADER + (long) columns * COLUMN;
        long rows = 0;
        for (Archive archive : head.plan().archives()) {
            for (int i = 0; i < regions(archive); i++) {
                position += ARCHIVE + (long) columns * ARCHIVE_COLUMN;
                rowsAt[region] = position;
                long size = (long) archive.rows() * columns * Double.BYTES;
                position += size;
                rows += size;
                rowsEnd[region++] = position;
            }
        }
        stateSize = Math.toIntExact(position - rows);
        rowsSize = rows;
        firstSlot = roundedUp(headBytes.length, SECTOR);
        slotSize = (int) roundedUp(SLOT_PREFIX + stateSize, SECTOR);
        firstRows = roundedUp(firstSlot + 2L * slotSize, PAGE);
    }

    /** How many archives it is for rrd4j. */
    static int regions(Archive archive) {
        return archive.extremes() ? 3 : 1;
    }

    private static long roundedUp(long size, int unit) {
        return Math.ceilDiv(size, (long) unit) * unit;
    }

    FileHead head() {
        return head;
    }

    /** What the file begins with. */
    byte[] headBytes() {
        return headBytes;
    }

    int stateSize() {
        return stateSize;
    }

    long slot(long number) {
        return firstSlot + (number & 1) * slotSize;
    }

    /** Up to where the head and the states reach. */
    int rowsStart() {
        return Math.toIntExact(firstRows);
    }

    long fileSize() {
        return firstRows + rowsSize;
    }

    /** The size of the file to rrd4j. */
    long seenSize() {
        return stateSize + rowsSize;
    }

    /**
     * Where something is that rrd4j addresses: in the file if it is of the rows; otherwise in the
     * state, as -1 - its place there.
     */
    long place(long seen) {
        long rowsBefore = 0;
        for (int region = 0; region < rowsAt.length && seen >= rowsAt[region]; region++) {
            if (seen < rowsEnd[region]) {
                return firstRows + rowsBefore + seen - rowsAt[region];
            }
            rowsBefore += rowsEnd[region] - rowsAt[region];
        }
        return -1 - (seen - rowsBefore);
    }
}
