package dev.cadastre.parcel.draft;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Short texts in wheels and jars. What is in these archives is not believed to be short. */
final class ZippedText {

    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern METADATA = Pattern.compile("[^/]+\\.dist-info/METADATA");

    private ZippedText() {}

    /** A text of an archive; empty if there is none, or it is no archive. */
    static Optional<String> read(Path archive, String name) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return text(zip, Optional.ofNullable(zip.getEntry(name)));
        } catch (ZipException | EOFException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(ZipFile zip, Optional<? extends ZipEntry> entry)
            throws IOException {
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry.get())) {
            return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        }
    }

    /** The headers of a wheel's METADATA; empty if it is no wheel. */
    static Optional<Map<String, String>> wheelMetadata(Path wheel) throws IOException {
        return wheelText(wheel).map(ZippedText::headers);
    }

    /**
     * The one that no other wheel requires; the first of those, where there are several.
     *
     * @throws NoSource if one of them is no wheel
     */
    static Path mainWheel(List<Path> wheels) throws IOException {
        Map<Path, String> names = new HashMap<>();
        Set<String> required = new HashSet<>();
        for (Path wheel : wheels) {
            String metadata =
                    wheelText(wheel)
                            .orElseThrow(
                                    () -> new NoSource(wheel + " is no wheel: it has no METADATA"));
            names.put(wheel, normal(headers(metadata).getOrDefault("name", "")));
            metadata.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("requires-dist:"))
                    .map(line -> line.substring("requires-dist:".length()).strip())
                    .map(line -> normal(line.split("[^A-Za-z0-9._-]", 2)[0]))
                    .forEach(required::add);
        }
        return wheels.stream()
                .filter(wheel -> !required.contains(names.get(wheel)))
                .findFirst()
                .orElse(wheels.get(0));
    }

    private static Optional<String> wheelText(Path wheel) throws IOException {
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            return text(
                    zip,
                    zip.stream()
                            .filter(entry -> METADATA.matcher(entry.getName()).matches())
                            .findFirst());
        } catch (ZipException | EOFException e) {
            return Optional.empty();
        }
    }

    /** As PEP 503 compares names. */
    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._-]+", "-");
    }

    /** The first of each header, by its name in lower case; continued lines are left out. */
    static Map<String, String> headers(String text) {
        Map<String, String> headers = new HashMap<>();
        text.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.indexOf(':') > 0 && !line.startsWith(" "))
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    headers.putIfAbsent(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).strip());
                });
        return headers;
    }
}
