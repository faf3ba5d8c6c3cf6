package dev.cadastre.cli.scan;

import dev.cadastre.cli.change.GivenChange;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.offline.OfflineHost;
import dev.cadastre.cli.session.Session;
import java.util.List;

/**
 * Runs a test on many hosts.
 *
 * @param test what is run
 * @param why what for; may be empty
 * @param atOnce on how many hosts at one time, at most
 * @param verbose whether what it prints is shown
 */
public record Scans(Session session, TestFile test, String why, int atOnce, boolean verbose) {

    /** What came of it on hosts of a server, by their names or a query. */
    public List<Json> ofServer(List<String> names, String query) throws InterruptedException {
        GivenChange given = test.change();
        return new ServerScan(
                        session, given, ServerScan.wish(test, names, query, atOnce), why, verbose)
                .results();
    }

    /** What came of it on hosts that this machine reaches. */
    public List<Json> offline(List<OfflineHost> hosts) throws InterruptedException {
        return new OfflineScan(
                        session, test.change(), OfflineScan.wish(test, hosts, why, atOnce), verbose)
                .results();
    }
}
