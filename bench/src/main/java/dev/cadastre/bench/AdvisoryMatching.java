package dev.cadastre.bench;

import dev.cadastre.api.Advisory;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hands a server advisories, and asks whom they affect. */
final class AdvisoryMatching {

    private static final String ADVISORIES = "/api/v1/advisories";

    private AdvisoryMatching() {}

    /** A page of them. */
    private record Page(List<Advisory> items, @Nullable String next) {}

    /**
     * From the upload's first byte until it is known of all of them how many hosts they affect,
     * which must be the truth.
     *
     * @return seconds
     */
    static double measure(Client client, LargeEstate estate, LargeEstateAdvisories advisories)
            throws IOException {
        byte[] zip = advisories.zip();
        long start = System.nanoTime();
        client.post(ADVISORIES, "application/zip", zip);
        SortedMap<String, Integer> affected = affected(client);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!affected.equals(advisories.affected(estate))) {
            throw new IOException("%d advisories affect other hosts".formatted(affected.size()));
        }
        System.out.printf("%d of the advisories affect hosts%n", affected.size());
        return seconds;
    }

    private static SortedMap<String, Integer> affected(Client client) throws IOException {
        SortedMap<String, Integer> affected = new TreeMap<>();
        String after = "";
        while (after != null) {
            Page page = client.get(ADVISORIES + "?limit=1000" + after, Page.class);
            page.items().forEach(advisory -> affected.put(advisory.id(), advisory.hosts()));
            after = page.next() == null ? null : "&after=" + page.next();
        }
        return affected;
    }
}
