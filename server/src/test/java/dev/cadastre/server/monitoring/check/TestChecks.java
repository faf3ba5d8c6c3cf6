package dev.cadastre.server.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.server.dispatch.outgoing.AddressRule;
import dev.cadastre.server.dispatch.outgoing.Authorities;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Checks as tests want them: any address may be asked, and names are those of the test. */
final class TestChecks {

    static final Duration PLENTY = Duration.ofSeconds(30);

    /** Long enough to connect here, and short enough to wait for. */
    static final Duration SHORT = Duration.ofMillis(400);

    static final Echo NO_ECHO =
            new Echo() {
                @Override
                public boolean isPossible() {
                    return false;
                }

                @Override
                public OptionalDouble ask(InetAddress address, Duration limit, Course course) {
                    return OptionalDouble.empty();
                }
            };

    private NameLookup names = TestChecks::loopback;
    private AddressRule rule = (address, port) -> Optional.empty();
    private Authorities trust = Authorities.ofMachine();
    private Clock clock = Clock.systemUTC();
    private Echo echo = NO_ECHO;
    private Map<String, String> secrets = Map.of();

    private static List<InetAddress> loopback(String name) throws UnknownHostException {
        if (name.endsWith(".invalid")) {
            throw new UnknownHostException(name);
        }
        return List.of(InetAddress.getLoopbackAddress());
    }

    TestChecks names(NameLookup lookup) {
        this.names = lookup;
        return this;
    }

    TestChecks rule(AddressRule addressRule) {
        this.rule = addressRule;
        return this;
    }

    TestChecks trust(Authorities authorities) {
        this.trust = authorities;
        return this;
    }

    TestChecks clock(Clock wall) {
        this.clock = wall;
        return this;
    }

    TestChecks echo(Echo means) {
        this.echo = means;
        return this;
    }

    TestChecks secrets(Map<String, String> byName) {
        this.secrets = Map.copyOf(byName);
        return this;
    }

    Checks checks() {
        return new Checks(
                new Means(new Reach(names, rule), trust, clock, echo),
                System::nanoTime,
                name -> Optional.ofNullable(secrets.get(name)));
    }

    Check check(CheckKind kind, Map<String, String> settings) {
        Prepared prepared = checks().of(kind, settings);
        assertThat(prepared).isInstanceOf(Prepared.Checked.class);
        return ((Prepared.Checked) prepared).check();
    }

    PluginResult run(CheckKind kind, Map<String, String> settings) {
        return check(kind, settings).run(PLENTY);
    }

    /** A course with plenty of time and no secrets. */
    static Course course() {
        return new Course(PLENTY, System::nanoTime, name -> Optional.empty());
    }
}
