package dev.cadastre.change.program;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Where a jar has its classes, and the jars that these need: usual jars, those that Spring Boot
 * packs, and web applications. The jars inside are unpacked, for no class loader reads them there.
 *
 * @param classes what the paths of classes begin with; empty for a usual jar
 * @param libraries what the paths of jars inside begin with; empty for none
 */
record JarLayout(String classes, String libraries) {

    private static final List<JarLayout> NESTED =
            List.of(
                    new JarLayout("BOOT-INF/classes/", "BOOT-INF/lib/"),
                    new JarLayout("WEB-INF/classes/", "WEB-INF/lib/"));

    private static final JarLayout USUAL = new JarLayout("", "");

    /** Jars inside are unpacked to more than this by nobody who means well. */
    private static final long MOST_BYTES = 1L << 30;

    static JarLayout of(JarFile jar) {
        return NESTED.stream()
                .filter(layout -> jar.getEntry(layout.classes) != null || layout.isIn(jar))
                .findFirst()
                .orElse(USUAL);
    }

    private boolean isIn(JarFile jar) {
        return jar.stream().anyMatch(entry -> entry.getName().startsWith(classes));
    }

    /**
     * Where a class loader finds all classes.
     *
     * @param scratch an empty folder for jars that have to be unpacked
     */
    URL[] places(Path path, JarFile jar, Path scratch) throws IOException {
        List<URL> places = new ArrayList<>();
        String whole = path.toUri().toString();
        places.add(URI.create(classes.isEmpty() ? whole : "jar:" + whole + "!/" + classes).toURL());
        if (!libraries.isEmpty()) {
            long left = MOST_BYTES;
            try (Stream<JarEntry> entries = jar.stream()) {
                for (JarEntry entry : entries.filter(this::isLibrary).toList()) {
                    Path library = scratch.resolve(places.size() + ".jar");
                    left -= unpack(jar, entry, library, left);
                    places.add(library.toUri().toURL());
                }
            }
        }
        return places.toArray(URL[]::new);
    }

    private boolean isLibrary(JarEntry entry) {
        return entry.getName().startsWith(libraries) && entry.getName().endsWith(".jar");
    }

    private static long unpack(JarFile jar, JarEntry entry, Path library, long most)
            throws IOException {
        try (InputStream in = jar.getInputStream(entry);
                var out = Files.newOutputStream(library)) {
            long size = 0;
            byte[] some = new byte[1 << 16];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                size += read;
                if (size > most) {
                    throw new IOException("the jars in it have more than " + MOST_BYTES + " bytes");
                }
                out.write(some, 0, read);
            }
            return size;
        }
    }
}
