package dev.cadastre.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The paths of questions to PuppetDB, in version 4 of its query interface. */
final class PuppetQueries {

    private static final String ROOT = "/pdb/query/v4/";
    private static final String INVENTORY = ROOT + "package-inventory";

    private PuppetQueries() {}

    static String packagesOf(int host) {
        return INVENTORY + "/" + LargeEstate.host(host);
    }

    /** The first nodes, by name, that have a package in this very version. */
    static String firstNodesWith(int installed) {
        return INVENTORY
                + query("[\"extract\",[\"certname\"],%s]".formatted(is(installed)))
                + "&limit=50&order_by="
                + encoded("[{\"field\":\"certname\"}]");
    }

    /** How many nodes have a package in this very version. */
    static String countOfNodesWith(int installed) {
        return INVENTORY
                + query("[\"extract\",[[\"function\",\"count\"]],%s]".formatted(is(installed)));
    }

    /** How many nodes have each version of a package. */
    static String countsByVersion(String name) {
        return INVENTORY
                + query(
                        "[\"extract\",[[\"function\",\"count\"],\"version\"],%s,[\"group_by\",\"version\"]]"
                                .formatted(is("package_name", name)));
    }

    /** How many nodes' facts are those that were told at a moment. */
    static String countOfNodesToldAt(Instant moment) {
        return ROOT
                + "factsets"
                + query(
                        "[\"extract\",[[\"function\",\"count\"]],%s]"
                                .formatted(is("producer_timestamp", moment.toString())));
    }

    private static String is(int installed) {
        return "[\"and\",%s,%s]"
                .formatted(
                        is("package_name", LargeEstate.packageName(installed)),
                        is("version", LargeEstate.version(installed)));
    }

    private static String is(String field, String value) {
        return "[\"=\",\"%s\",\"%s\"]".formatted(field, value);
    }

    private static String query(String query) {
        return "?query=" + encoded(query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
