package dev.cadastre.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Advisories about source packages of a large estate, as Debian publishes them: each is about one
 * source package, whose versions below the one that it names are vulnerable. The same seed always
 * makes the same advisories. Immutable.
 */
final class LargeEstateAdvisories {

    static final int ADVISORIES = 1_000;

    private static final int NONE = -1;

    /** By number of the source package, the number of a package with the fixed version. */
    private final int[] fixed = new int[LargeEstate.SOURCES];

    LargeEstateAdvisories(long seed) {
        Arrays.fill(fixed, NONE);
        Random random = new Random(seed);
        random.ints(0, LargeEstate.SOURCES)
                .distinct()
                .limit(ADVISORIES)
                .forEach(source -> fixed[source] = fixed(source, random));
    }

    /** A version above the lowest of the first package that is built from the source. */
    private static int fixed(int source, Random random) {
        int first = source * LargeEstate.BUILT_FROM_SOURCE * LargeEstate.VERSIONS;
        return first + 1 + random.nextInt(LargeEstate.VERSIONS - 1);
    }

    /** All of them, an OSV document each. */
    byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int source = 0; source < fixed.length; source++) {
                if (fixed[source] != NONE) {
                    zip.putNextEntry(new ZipEntry(id(source) + ".json"));
                    zip.write(document(source).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return bytes.toByteArray();
    }

    private String document(int source) {
        return """
        {"schema_version": "1.7.0", "id": "%s", "modified": "2026-11-01T00:00:00Z",
         "summary": "source%d reads beyond the end of a buffer",
         "affected": [{"package": {"ecosystem": "Debian:12", "name": "source%d"},
           "ranges": [{"type": "ECOSYSTEM",
             "events": [{"introduced": "0"}, {"fixed": "%s"}]}]}]}
        """
                .formatted(id(source), source, source, LargeEstate.version(fixed[source]));
    }

    private static String id(int source) {
        return String.format(Locale.ROOT, "BENCH-2026-%04d", source);
    }

    /** How many hosts each affects, by its name, as far as it affects any. */
    SortedMap<String, Integer> affected(LargeEstate estate) {
        int[] hosts = new int[fixed.length];
        int[] last = new int[fixed.length];
        Arrays.fill(last, NONE);
        for (int host = 0; host < estate.hosts(); host++) {
            for (short installed : estate.packages(host)) {
                int source = LargeEstate.sourceNumber(installed);
                if (last[source] != host && affects(installed)) {
                    last[source] = host;
                    hosts[source]++;
                }
            }
        }
        SortedMap<String, Integer> affected = new TreeMap<>();
        for (int source = 0; source < hosts.length; source++) {
            if (hosts[source] > 0) {
                affected.put(id(source), hosts[source]);
            }
        }
        return affected;
    }

    private boolean affects(int installed) {
        int safe = fixed[LargeEstate.sourceNumber(installed)];
        return safe != NONE && LargeEstate.older(installed, safe);
    }
}
