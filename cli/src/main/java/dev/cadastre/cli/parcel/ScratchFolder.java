package dev.cadastre.cli.parcel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is there for as long as something is done in it. */
@FunctionalInterface
public interface ScratchFolder {

    /** What is done in it. */
    void work(Path folder) throws IOException;

    /** Does it in a new one, which nobody else can read. */
    static void use(ScratchFolder work) throws IOException {
        Path folder = Files.createTempDirectory("cadastre-parcel");
        try {
            work.work(folder);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
