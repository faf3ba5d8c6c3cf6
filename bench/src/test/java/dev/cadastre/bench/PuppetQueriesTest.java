package dev.cadastre.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PuppetQueriesTest {

    private static final int INSTALLED = 7;
    private static final String IS =
            """
            ["and",["=","package_name","lib0001"],["=","version","1:2.6-3+deb12u2"]]\
            """;

    @Test
    void asksForPackagesInOneVersion() {
        assertThat(decoded(PuppetQueries.firstNodesWith(INSTALLED)))
                .isEqualTo(
                        "/pdb/query/v4/package-inventory?query=[\"extract\",[\"certname\"],"
                                + IS
                                + "]&limit=50&order_by=[{\"field\":\"certname\"}]");
        assertThat(decoded(PuppetQueries.countOfNodesWith(INSTALLED)))
                .isEqualTo(
                        "/pdb/query/v4/package-inventory?query=[\"extract\",[[\"function\",\"count\"]],"
                                + IS
                                + "]");
    }

    @Test
    void countsByVersion() {
        assertThat(decoded(PuppetQueries.countsByVersion("lib0001")))
                .isEqualTo(
                        """
                        /pdb/query/v4/package-inventory?query=["extract",[["function","count"],\
                        "version"],["=","package_name","lib0001"],["group_by","version"]]\
                        """);
    }

    @Test
    void countsNodesByTheMomentOfTheirFacts() {
        Instant moment = Instant.parse("2026-11-21T10:00:00.123Z");

        assertThat(decoded(PuppetQueries.countOfNodesToldAt(moment)))
                .isEqualTo(
                        """
                        /pdb/query/v4/factsets?query=["extract",[["function","count"]],\
                        ["=","producer_timestamp","2026-11-21T10:00:00.123Z"]]\
                        """);
    }

    /** Decoding the whole is enough to see that what has to be encoded is. */
    private static String decoded(String path) {
        assertThat(path).doesNotContain("[", "\"", "+deb");
        return URLDecoder.decode(path, StandardCharsets.UTF_8);
    }
}
