package dev.cadastre.server.demonstration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What hosts of each kind are installed with, and how that went on. Immutable.
 *
 * @param packages the packages of all images
 * @param upgrades what was upgraded in the invented past
 */
record Catalogue(List<ImagePackage> packages, List<Upgrade> upgrades) {

    /** The one that comes with the program. */
    static Catalogue read() {
        return new Catalogue(
                rows("packages.tsv").stream()
                        .map(row -> new ImagePackage(row[0], row[1], row[2], row[3]))
                        .toList(),
                rows("upgrades.tsv").stream().map(Catalogue::upgrade).toList());
    }

    private static Upgrade upgrade(String[] row) {
        return new Upgrade(
                row[0],
                row[1],
                row[2],
                Integer.parseInt(row[3]),
                Integer.parseInt(row[4]),
                Integer.parseInt(row[5]),
                Integer.parseInt(row[6]));
    }

    private static List<String[]> rows(String file) {
        try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the program");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
