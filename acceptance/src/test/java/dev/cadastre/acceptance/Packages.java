package dev.cadastre.acceptance;

import dev.cadastre.lab.LabHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The packages that {@code acceptance/bin/lay-out} made, and how they get onto hosts. */
final class Packages {

    /** Packed from the same files as the others, with another number. */
    static final String LATER = "99.0";

    private static final Path FOLDER = Programs.CHECKOUT.resolve("target/dist");

    private Packages() {}

    /** The .deb of this checkout's version, or of the later one. */
    static Path deb(boolean later) {
        return only("cadastre_", ".deb", later);
    }

    /** The .rpm of this checkout's version, or of the later one. */
    static Path rpm(boolean later) {
        return only("cadastre-", ".rpm", later);
    }

    private static Path only(String start, String end, boolean later) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(
                            file -> {
                                String name = file.getFileName().toString();
                                return name.startsWith(start)
                                        && name.endsWith(end)
                                        && name.startsWith(start + LATER) == later;
                            })
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no package in " + FOLDER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a package onto a host, and returns where. */
    static String send(Path file, LabHost host) {
        String place = "/root/package" + file.getFileName().toString().replaceFirst(".*\\.", ".");
        try {
            host.writeFile(place, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return place;
    }
}
