package dev.cadastre.acceptance.peer;

import dev.cadastre.acceptance.peer.PluginCheck.Place;
import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import dev.cadastre.lab.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A host on which all peers run, each on its usual port. It ends with its laboratory. */
public final class PeerHost {

    private static final List<Peer> PEERS =
            List.of(
                    new Clamd(),
                    new Cube(),
                    new Dnsmasq(),
                    new FreeRadius(),
                    new Mariadb(),
                    new Mrtg(),
                    new Nagios(),
                    new News(),
                    new Ngircd(),
                    new Ntpd(),
                    new Postfix(),
                    new Rpcbind(),
                    new RtspServer(),
                    new Samba(),
                    new Sensors(),
                    new Slapd(),
                    new Snmpd(),
                    new Upsd(),
                    new Vsftpd());

    private final LabHost host;

    private PeerHost(LabHost host) {
        this.host = host;
    }

    /** Starts a host of that name with all peers, and returns when they answer. */
    public static PeerHost start(Lab lab, String name) {
        LabHost host = lab.host(HostSpec.debian(name).role(Role.MONITORED));
        List<Future<?>> starts = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            PEERS.forEach(peer -> starts.add(threads.submit(() -> peer.start(host))));
        }
        starts.forEach(PeerHost::expectDone);
        return new PeerHost(host);
    }

    private static void expectDone(Future<?> start) {
        try {
            start.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a peer does not start", e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** The host itself. */
    public LabHost host() {
        return host;
    }

    /** The checks of each peer; those of one may disturb each other when they run at once. */
    public List<List<PluginCheck>> checks() {
        return PEERS.stream().map(this::checks).toList();
    }

    private List<PluginCheck> checks(Peer peer) {
        List<PluginCheck> all = new ArrayList<>(read(Place.SERVER, peer.checks()));
        all.addAll(read(Place.HOST, peer.checksOnHost()));
        return all;
    }

    private List<PluginCheck> read(Place place, String lines) {
        return PluginCheck.of(place, lines.replace("HOST", host.address()));
    }
}
