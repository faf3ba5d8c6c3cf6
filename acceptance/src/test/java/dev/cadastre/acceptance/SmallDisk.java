package dev.cadastre.acceptance;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A disk of a test's own, of 400 MB, that can be filled up and freed again. */
final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 64 << 10;

    private final Path folder;
    private final List<Path> ballast = new ArrayList<>();

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    static SmallDisk at(Path folder) throws IOException {
        Files.createDirectories(folder);
        Programs.run("mount", "-t", "tmpfs", "-o", "size=400m", "disk", folder.toString())
                .exited(0);
        return new SmallDisk(folder);
    }

    Path home() {
        return folder.resolve("home");
    }

    /** Leaves so many bytes of what is free now. */
    void fillBut(long left) throws IOException {
        Path file = folder.resolve("ballast" + ballast.size());
        ballast.add(file);
        try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            try {
                while (true) {
                    channel.write(block.clear());
                }
            } catch (IOException full) {
                channel.truncate(Math.max(0, channel.size() - left));
            }
        }
    }

    /** There is room again. */
    void free() throws IOException {
        for (Path file : ballast) {
            Files.delete(file);
        }
        ballast.clear();
    }

    @Override
    public void close() {
        Programs.run("umount", "-l", folder.toString()).exited(0);
    }
}
