package dev.cadastre.server.change.running;

import dev.cadastre.change.host.HostBundles;
import dev.cadastre.change.host.LocalShell;
import dev.cadastre.change.host.Shell;
import dev.cadastre.change.run.Bundle;
import dev.cadastre.change.run.BundledScript;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.Hosts;
import dev.cadastre.change.run.Lock;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.server.change.hosts.HostsOfRuns;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Hosts in memory, in the place of those that connections lead to. What is done as root there takes
 * a secret, which such a host repeats wherever it can.
 */
@Primary
@Component
public class FakeHosts implements HostsOfRuns {

    private final Map<String, FakeHost> hosts = new ConcurrentHashMap<>();
    private final Map<String, Path> homes = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();

    public FakeHost host(String name) {
        return hosts.computeIfAbsent(name, FakeHost::new);
    }

    /** How many sessions were not closed. */
    public int openSessions() {
        return open.get();
    }

    /** Bundles of a host are looked for in a folder of this machine from now on. */
    public void home(String host, Path folder) {
        homes.put(host, folder);
    }

    @Override
    public HostBundles bundles(String host) {
        Path home = homes.get(host);
        return new HostBundles(
                home == null
                        ? Shell.outOfReach("it is away")
                        : new LocalShell(Map.of("HOME", home.toString())));
    }

    @Override
    public Hosts of(RunSecrets secrets) {
        return name -> {
            open.incrementAndGet();
            return new Session(host(name), secrets);
        };
    }

    private final class Session implements HostSession {
        private final FakeHost host;
        private final RunSecrets secrets;

        Session(FakeHost host, RunSecrets secrets) {
            this.host = host;
            this.secrets = secrets;
        }

        @Override
        public Reaching reach() {
            return host.isAway() ? new OutOfReach("it is away") : new Reached();
        }

        @Override
        public Looking look(Bundle bundle) {
            return host.isAway() ? new OutOfReach("it is away") : new Looked(answers(bundle));
        }

        private Map<Integer, ScriptAnswer> answers(Bundle bundle) {
            Map<Integer, ScriptAnswer> answers = new TreeMap<>();
            for (BundledScript script : bundle.scripts()) {
                if (script.isLookedAt()) {
                    answers.put(script.number(), host.look(script.script()));
                }
            }
            return answers;
        }

        @Override
        public Opening open(Bundle bundle, Lock lock, Runnable locked) {
            if (host.isAway()) {
                return new OutOfReach("it is away");
            }
            if (!host.take(lock)) {
                return new Blocked(host.lock(), "~/.cadastre/bundles/" + bundle.name());
            }
            locked.run();
            host.send(bundle.scripts());
            return new Opened(answers(bundle), Map.of());
        }

        @Override
        public Running run(
                BundledScript script, String basis, Consumer<String> output, StopSignal stop) {
            if (host.isAway()) {
                return new OutOfReach("it is away");
            }
            String secret = "";
            if (script.as() != null) {
                String given = secrets.get("sudo").value();
                if (given == null) {
                    return new Refused("sudo-unknown", "nobody gives the password of sudo");
                }
                secret = Objects.requireNonNull(given);
            }
            return host.run(script.script(), basis, output, stop, secret);
        }

        @Override
        public Releasing release(String bundle, String run) {
            return host.isAway() ? new OutOfReach("it is away") : new Released(host.release(run));
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
