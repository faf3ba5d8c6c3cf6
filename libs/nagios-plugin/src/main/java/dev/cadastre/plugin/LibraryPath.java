package dev.cadastre.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * This library as a class path for another JVM. An archive in an archive is copied to a file for
 * that, which nobody else can read and which goes when this is closed.
 *
 * @param path a folder or an archive
 * @param copied whether it is only there for this
 */
record LibraryPath(Path path, boolean copied) implements AutoCloseable {
    private static final String CONTENT = "jar:";
    private static final String CONTENT_END = "!/";

    /** Where this library was loaded from. */
    static LibraryPath find() throws IOException {
        CodeSource source = LibraryPath.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IOException("nobody knows where this library was loaded from");
        }
        return of(source.getLocation());
    }

    /** What a location of code names: a folder, an archive, or an archive in an archive. */
    static LibraryPath of(URL location) throws IOException {
        try {
            URL archive = archive(location);
            return archive.getProtocol().equals("file")
                    ? new LibraryPath(Path.of(archive.toURI()), false)
                    : copied(archive);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("this library was loaded from " + location, e);
        }
    }

    /**
     * What is in an archive is located as {@code jar:ARCHIVE!/}, where an archive in another is
     * {@code nested:OUTER/!INNER} to Spring Boot, and {@code OUTER!/INNER} to others.
     */
    private static URL archive(URL location) throws IOException, URISyntaxException {
        String text = location.toString();
        if (!text.startsWith(CONTENT) || !text.endsWith(CONTENT_END)) {
            return location;
        }
        String archive = text.substring(CONTENT.length(), text.length() - CONTENT_END.length());
        return new URI(archive.contains(CONTENT_END) ? CONTENT + archive : archive).toURL();
    }

    private static LibraryPath copied(URL archive) throws IOException {
        Path copy = Files.createTempFile("nagios-plugin", ".jar");
        LibraryPath library = new LibraryPath(copy, true);
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        try (InputStream content = connection.getInputStream();
                OutputStream file = Files.newOutputStream(copy)) {
            content.transferTo(file);
            return library;
        } catch (IOException e) {
            library.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (copied) {
            Files.deleteIfExists(path);
        }
    }
}
