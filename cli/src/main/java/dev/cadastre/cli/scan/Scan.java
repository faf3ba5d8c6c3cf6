package dev.cadastre.cli.scan;

import dev.cadastre.change.run.RunSettings;
import dev.cadastre.cli.change.GivenChange;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One test on many hosts, as a run of a change with one step. A host that is not reached keeps
 * nobody else's from being tested, and no lock is kept, however it ends.
 */
abstract sealed class Scan permits OfflineScan, ServerScan {

    private static final int MOST_HOSTS = 100_000;
    private static final String OUT_OF_REACH = "OUT_OF_REACH";
    private static final Set<String> WORDS = Set.of("critical", "warning", "unknown");

    final GivenChange given;
    final boolean verbose;

    Scan(GivenChange given, boolean verbose) {
        this.given = given;
        this.verbose = verbose;
    }

    /** As many may fail as a server plans for. */
    static RunSettings settings(int atOnce) {
        return RunSettings.USUAL.allowing(MOST_HOSTS).atOnce(atOnce);
    }

    /** Which hosts can be looked at, as a plan tells. */
    abstract Json plan() throws InterruptedException;

    /** Only on these, all of which can be. */
    abstract void narrow(Set<String> hosts) throws InterruptedException;

    /** Runs it, gives the locks back, and tells all that is known then. */
    abstract Json run() throws InterruptedException;

    /** What came of it, host by host. */
    List<Json> results() throws InterruptedException {
        Set<String> reached = new HashSet<>();
        List<Json> results = new ArrayList<>();
        for (Json place : plan().list("places")) {
            String host = place.text("host").orElse("");
            String problem = place.text("problem").orElse("");
            if (problem.isEmpty()) {
                reached.add(host);
            } else {
                results.add(result(host, OUT_OF_REACH, problem, new Json.Nothing()));
            }
        }
        if (reached.isEmpty()) {
            return results;
        }
        if (!results.isEmpty()) {
            narrow(reached);
        }
        for (Json place : run().list("places")) {
            results.add(result(place));
        }
        return results;
    }

    private static Json result(Json place) {
        String host = place.text("host").orElse("");
        for (Json cell : place.list("cells")) {
            String status = cell.text("status").orElse("");
            if (status.equals("OK")) {
                return result(host, "PASSED", said(cell), cell.at("tookMillis"));
            }
            if (!status.equals("PENDING")) {
                String code = cell.text("code").orElse("");
                String word = WORDS.contains(code) ? code.toUpperCase(Locale.ROOT) : status;
                return result(host, word, said(cell), cell.at("tookMillis"));
            }
        }
        return result(host, "NOT_RUN", place.text("failure").orElse(""), new Json.Nothing());
    }

    private static String said(Json cell) {
        return cell.text("reason").orElse("");
    }

    private static Json result(String host, String result, String said, Json took) {
        return new JsonObject()
                .with("host", host)
                .with("result", result)
                .with("tookMillis", took)
                .with("said", said)
                .json();
    }

    /** Whether a run holds the lock of a host. */
    static boolean holdsLock(Json detail) {
        return detail.list("places").stream().anyMatch(place -> place.holds("locked"));
    }
}
