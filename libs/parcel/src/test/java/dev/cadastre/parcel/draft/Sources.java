package dev.cadastre.parcel.draft;

import dev.cadastre.change.tar.TarWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small pieces of software to make parcels from. */
final class Sources {

    private Sources() {}

    static Path wheel(Path file, String metadata) throws IOException {
        return zip(file, Map.of("any-1.dist-info/METADATA", metadata, "any.py", "print(1)\n"));
    }

    static Path jar(Path file, String manifest) throws IOException {
        return zip(file, Map.of("META-INF/MANIFEST.MF", manifest));
    }

    static Path zip(Path file, Map<String, String> texts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    static Path npm(Path file, String path, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            TarWriter tar = new TarWriter(out);
            tar.file(path, false, text.getBytes(StandardCharsets.UTF_8));
            tar.end();
        }
        return Files.write(file, bytes.toByteArray());
    }
}
