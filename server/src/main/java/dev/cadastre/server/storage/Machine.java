package dev.cadastre.server.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that this program runs on. */
public final class Machine {

    private Machine() {}

    /** By which it knows itself; {@code localhost} where it does not say. */
    public static String name() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
