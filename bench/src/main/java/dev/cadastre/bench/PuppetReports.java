package dev.cadastre.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/**
 * The facts and packages of a large estate's hosts as PuppetDB takes them: the payload of its
 * command {@code replace facts}, version 5. Thread-safe while no day passes.
 */
final class PuppetReports {

    private static final int UPTIME = 5_000;
    private static final int PERIOD_SECONDS = 300;
    private static final String HEADERS = "Content-Type: application/json\r\n";

    private final LargeEstate estate;
    private final byte[][] packages = new byte[LargeEstate.DISTINCT][];

    PuppetReports(LargeEstate estate) {
        this.estate = estate;
        LargeEstate.all().forEach(installed -> packages[installed] = tuple(installed));
    }

    private static byte[] tuple(int installed) {
        return "[\"%s\",\"%s\",\"apt\"]"
                .formatted(LargeEstate.packageName(installed), LargeEstate.version(installed))
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * All that a host says.
     *
     * @param period numbers the moments at which it is asked
     * @param at when it was asked
     */
    Post whole(int host, int period, Instant at) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream(LargeEstate.PACKAGES * 45);
        payload.writeBytes(head(host, period, at).getBytes(StandardCharsets.UTF_8));
        char between = '[';
        for (short installed : estate.packages(host)) {
            payload.write(between);
            payload.writeBytes(packages[installed]);
            between = ',';
        }
        payload.writeBytes("]}\n".getBytes(StandardCharsets.UTF_8));
        return new Post(
                "/pdb/cmd/v1?command=replace_facts&version=5&certname=" + LargeEstate.host(host),
                HEADERS,
                payload.toByteArray());
    }

    private static String head(int host, int period, Instant at) {
        return """
        {"certname": "%1$s", "environment": "%2$s", "producer": "bench",
         "producer_timestamp": "%3$s",
         "values": {
           "os": {"name": "Debian", "family": "Debian", "architecture": "amd64",
             "release": {"full": "12", "major": "12"},
             "distro": {"id": "Debian", "description": "Debian GNU/Linux 12 (bookworm)"}},
           "kernel": "Linux", "kernelrelease": "6.1.0-37-amd64",
           "networking": {"hostname": "%1$s", "ip": "%4$s",
             "interfaces": {"eth0": {"ip": "%4$s", "netmask": "255.0.0.0"}}},
           "processors": {"count": 2, "isa": "x86_64", "models": ["AMD EPYC", "AMD EPYC"]},
           "memory": {"system": {"total_bytes": 25276502016, "available_bytes": 20455596032}},
           "system_uptime": {"seconds": %5$d},
           "load_averages": {"1m": %6$s, "5m": 0.58, "15m": 0.33}},
         "package_inventory": \
        """
                .formatted(
                        LargeEstate.host(host),
                        ReportLoad.ENVIRONMENTS.get(host % ReportLoad.ENVIRONMENTS.size()),
                        at,
                        HostSections.address(host),
                        UPTIME + period * PERIOD_SECONDS,
                        String.format(Locale.ROOT, "0.%02d", period % 100));
    }
}
