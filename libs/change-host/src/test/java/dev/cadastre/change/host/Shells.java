package dev.cadastre.change.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

/** The shells under which everything on a host has to work the same. */
final class Shells {

    private static final Map<String, Path> PROGRAMS =
            Map.of(
                    "dash", Path.of("/usr/bin/dash"),
                    "ash", Path.of("/usr/bin/busybox"),
                    "mksh", Path.of("/usr/bin/mksh"),
                    "sh", Path.of("/usr/bin/bash"));

    private Shells() {}

    /** Their names; busybox and bash do what the name says by which they are called. */
    static Stream<String> all() {
        return Stream.of("dash", "ash", "mksh", "sh");
    }

    /** A path by which one can be run, without arguments. */
    static String in(Path folder, String name) throws IOException {
        Path program = PROGRAMS.get(name);
        assertThat(program).as("apt-get install dash busybox mksh bash").isNotNull().exists();
        Path copy = folder.resolve(name);
        if (!Files.exists(copy)) {
            Files.copy(program, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return copy.toString();
    }
}
