package dev.cadastre.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Reads the texts that travel beside these classes. */
final class ShippedFiles {

    private static final String FOLDER = "documents/";
    private static final String KNOWN = "docs/manual/README.md";
    private static final String ENDING = ".md";

    private ShippedFiles() {}

    static Map<String, String> read() {
        URL known =
                Objects.requireNonNull(
                        ShippedFiles.class.getResource(FOLDER + KNOWN), "no manual was built in");
        try {
            return known.openConnection() instanceof JarURLConnection archive
                    ? ofArchive(archive)
                    : ofFolder(Path.of(known.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the manual in " + known, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> ofArchive(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        String entry = connection.getEntryName();
        String folder = entry.substring(0, entry.length() - KNOWN.length());
        Map<String, String> files = new HashMap<>();
        try (JarFile archive = connection.getJarFile()) {
            Enumeration<JarEntry> entries = archive.entries();
            while (entries.hasMoreElements()) {
                JarEntry each = entries.nextElement();
                if (each.getName().startsWith(folder) && each.getName().endsWith(ENDING)) {
                    try (InputStream in = archive.getInputStream(each)) {
                        files.put(
                                each.getName().substring(folder.length()),
                                new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return files;
    }

    private static Map<String, String> ofFolder(Path known) throws IOException {
        Path folder = known;
        for (int i = 0; i < Path.of(KNOWN).getNameCount(); i++) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> texts = all.filter(file -> file.toString().endsWith(ENDING)).toList();
            for (Path text : texts) {
                files.put(folder.relativize(text).toString(), Files.readString(text));
            }
        }
        return files;
    }
}
