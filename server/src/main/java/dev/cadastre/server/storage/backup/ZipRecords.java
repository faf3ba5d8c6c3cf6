package dev.cadastre.server.storage.backup;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The records around the entries of a ZIP file (PKWARE's APPNOTE 6.3). Times are left out, so that
 * equal content makes equal files.
 */
final class ZipRecords {

    private static final int LOCAL = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int END = 0x06054b50;

    private static final short VERSION = 45;
    private static final short MADE_ON_UNIX = 3 << 8 | VERSION;
    private static final short DESCRIBED_AFTER_IN_UTF8 = 1 << 3 | 1 << 11;
    private static final short DEFLATED = 8;
    private static final int FIRST_DAY = 0x21 << 16;
    private static final int OWNER_ONLY = 0100600 << 16;
    private static final int ELSEWHERE = -1;
    private static final short ZIP_64 = 1;
    private static final long MOST_OF_32 = 0xffff_ffffL;
    private static final int MOST_OF_16 = 0xffff;

    private ZipRecords() {}

    /** An entry whose sizes are known when it is over. */
    record Entry(String name, long offset, int crc, long packed, long bytes) {

        private byte[] nameBytes() {
            return name.getBytes(StandardCharsets.UTF_8);
        }

        private boolean isLarge() {
            return Math.max(offset, Math.max(packed, bytes)) >= MOST_OF_32;
        }
    }

    private static ByteBuffer room(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] filled(ByteBuffer record) {
        byte[] bytes = new byte[record.position()];
        record.flip().get(bytes);
        return bytes;
    }

    static byte[] before(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        return filled(
                room(50 + text.length)
                        .putInt(LOCAL)
                        .putShort(VERSION)
                        .putShort(DESCRIBED_AFTER_IN_UTF8)
                        .putShort(DEFLATED)
                        .putInt(FIRST_DAY)
                        .putInt(0)
                        .putInt(ELSEWHERE)
                        .putInt(ELSEWHERE)
                        .putShort((short) text.length)
                        .putShort((short) 20)
                        .put(text)
                        .putShort(ZIP_64)
                        .putShort((short) 16)
                        .putLong(0)
                        .putLong(0));
    }

    static byte[] after(Entry entry) {
        return filled(
                room(24).putInt(DESCRIPTOR)
                        .putInt(entry.crc())
                        .putLong(entry.packed())
                        .putLong(entry.bytes()));
    }

    static byte[] central(Entry entry) {
        byte[] text = entry.nameBytes();
        boolean large = entry.isLarge();
        ByteBuffer record =
                room(46 + text.length + (large ? 28 : 0))
                        .putInt(CENTRAL)
                        .putShort(MADE_ON_UNIX)
                        .putShort(VERSION)
                        .putShort(DESCRIBED_AFTER_IN_UTF8)
                        .putShort(DEFLATED)
                        .putInt(FIRST_DAY)
                        .putInt(entry.crc())
                        .putInt(large ? ELSEWHERE : (int) entry.packed())
                        .putInt(large ? ELSEWHERE : (int) entry.bytes())
                        .putShort((short) text.length)
                        .putShort((short) (large ? 28 : 0))
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putInt(OWNER_ONLY)
                        .putInt(large ? ELSEWHERE : (int) entry.offset())
                        .put(text);
        if (large) {
            record.putShort(ZIP_64)
                    .putShort((short) 24)
                    .putLong(entry.bytes())
                    .putLong(entry.packed())
                    .putLong(entry.offset());
        }
        return filled(record);
    }

    /** What follows the directory of all entries. */
    static byte[] end(long entries, long directory, long directoryBytes) {
        boolean large = entries >= MOST_OF_16 || Math.max(directory, directoryBytes) >= MOST_OF_32;
        ByteBuffer record = room(large ? 98 : 22);
        if (large) {
            record.putInt(END_64)
                    .putLong(44)
                    .putShort(MADE_ON_UNIX)
                    .putShort(VERSION)
                    .putInt(0)
                    .putInt(0)
                    .putLong(entries)
                    .putLong(entries)
                    .putLong(directoryBytes)
                    .putLong(directory)
                    .putInt(LOCATOR_64)
                    .putInt(0)
                    .putLong(directory + directoryBytes)
                    .putInt(1);
        }
        short count = (short) Math.min(entries, MOST_OF_16);
        return filled(
                record.putInt(END)
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putShort(count)
                        .putShort(count)
                        .putInt((int) Math.min(directoryBytes, MOST_OF_32))
                        .putInt((int) Math.min(directory, MOST_OF_32))
                        .putShort((short) 0));
    }
}
